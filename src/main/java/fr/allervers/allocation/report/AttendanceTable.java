package fr.allervers.allocation.report;

import fr.allervers.allocation.report.AllocationReport.Row;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attendance at sessions, which the sessions know: a bean of theirs adds its rows to the report. */
public interface AttendanceTable {

    /** Members by capacity, with how many sessions they attended, of those between the two days, both included. */
    List<Row> rows(LocalDate from, LocalDate until, @Nullable Long agencyId);
}

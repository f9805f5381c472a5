package fr.allervers.allocation.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was examined and decided in a period, both days included.
 *
 * @param dwellings decided on
 * @param examined candidates examined
 * @param leases signed
 * @param allocations candidates to whom a dwelling was allocated, whatever came of it
 * @param priorityShare of the leases signed, in percent; none without any
 * @param priorityGoal the dated setting, in percent
 * @param tables broken down
 */
public record AllocationReport(
        LocalDate from,
        LocalDate until,
        Instant asOf,
        int dwellings,
        int examined,
        int allocations,
        int leases,
        int urgent,
        int occupancies,
        @Nullable Integer priorityShare,
        int priorityGoal,
        boolean goalToConfirm,
        List<Table> tables) {

    public AllocationReport {
        tables = List.copyOf(tables);
    }

    /** A table: its key names it and its columns in the messages ({@code outcome.report.table.…}). */
    public record Table(String key, List<Row> rows) {}

    /**
     * A row.
     *
     * @param label a message's key when it begins with « outcome. » or « candidacy. », else as it is
     * @param value a count, or days
     */
    public record Row(String label, @Nullable Long value) {}
}

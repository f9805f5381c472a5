package fr.allervers.arrears.legal;

import fr.allervers.shared.Slice;
import fr.allervers.staff.CurrentStaff;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pending legal deadlines of the reader's agencies, the most urgent first; any page costs one short index walk. */
@Component
@Transactional(readOnly = true)
public class DeadlineBoard {

    static final int PAGE = 30;

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    DeadlineBoard(JdbcClient jdbc, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param kind none for all
     * @param agencyId none for all of the reader's
     * @param lateOnly past their day only
     */
    public record Filter(
            @Nullable DeadlineKind kind, @Nullable Long agencyId, boolean lateOnly) {}

    /** A deadline as listed. */
    public record Line(
            long id,
            long caseId,
            String household,
            String agency,
            DeadlineKind kind,
            LocalDate dueOn,
            Deadline.State state) {}

    /**
     * One page.
     *
     * @param after the {@link Slice#next} of the page before; none for the first
     */
    public Slice<Line> page(Filter filter, @Nullable String after) {
        var reader = currentStaff.require();
        var from = Place.read(after);
        var found = jdbc.sql("""
                        select d.id, d.case_id, h.name as household, a.name as agency, d.kind, d.due_on, d.state
                          from legal_deadline d join household h on h.id = d.household_id join agency a on a.id = d.agency_id
                         where d.state in ('OPEN', 'WARNED') and (d.due_on > :day or (d.due_on = :day and d.id > :id))
                        """
                        + (filter.kind() == null ? "" : " and d.kind = :kind")
                        + (filter.agencyId() == null ? "" : " and d.agency_id = :agency")
                        + (filter.lateOnly() ? " and d.due_on < :today" : "")
                        + (reader.allAgencies() ? "" : " and d.agency_id in (:mine)")
                        + " order by d.due_on, d.id limit :most")
                .param("day", from.day())
                .param("id", from.id())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("agency", filter.agencyId())
                .param("today", LocalDate.now(clock))
                .param("mine", reader.agenciesOrNone())
                .param("most", PAGE + 1)
                .query(Line.class)
                .list();
        return Slice.of(found, PAGE, line -> line.dueOn() + "_" + line.id());
    }

    /** A place in the list; what cannot be read is its beginning. */
    private record Place(LocalDate day, long id) {

        static Place read(@Nullable String text) {
            var start = new Place(LocalDate.of(1970, 1, 1), 0);
            if (text == null || !text.matches("\\d{4}-\\d{2}-\\d{2}_\\d{1,18}")) {
                return start;
            }
            try {
                return new Place(LocalDate.parse(text.substring(0, 10)), Long.parseLong(text.substring(11)));
            } catch (DateTimeException e) {
                return start;
            }
        }
    }
}

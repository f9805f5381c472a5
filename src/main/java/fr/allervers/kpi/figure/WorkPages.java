package fr.allervers.kpi.figure;

import fr.allervers.kpi.fact.FigureState;
import fr.allervers.kpi.fact.QueueCount;
import fr.allervers.shared.WorkingTime;
import fr.allervers.tenancy.Agencies;
import fr.allervers.tenancy.Agency;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The work itself: what is open and late, how old it is, who gets through how much, and what comes due in the next two weeks. */
@Component
@Transactional(readOnly = true)
public class WorkPages {

    private final Dashboards dashboards;
    private final QueueQueries queue;
    private final DayQueries days;
    private final FigureState state;
    private final Agencies agencies;
    private final WorkingTime workingTime;
    private final Clock clock;

    WorkPages(
            Dashboards dashboards,
            QueueQueries queue,
            DayQueries days,
            FigureState state,
            Agencies agencies,
            WorkingTime workingTime,
            Clock clock) {
        this.dashboards = dashboards;
        this.queue = queue;
        this.days = days;
        this.state = state;
        this.agencies = agencies;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /**
     * What a group of an agency has to do and has done.
     *
     * @param agencyId 0 for what belongs to no agency
     * @param agency none for what belongs to none
     */
    public record GroupRow(
            String group, long agencyId, @Nullable String agency, long open, long late, long inTime, long doneLate) {

        public long done() {
            return inTime + doneLate;
        }
    }

    /** A class of age. */
    public record AgeRow(int slot, long open, long late) {}

    /** What comes due on a day; the day of what is overdue and of what comes later is none. */
    public record DueRow(int slot, @Nullable LocalDate day, boolean working, long n) {}

    /** The page. */
    public record Work(
            long open,
            long late,
            long done,
            long inTime,
            long doneBefore,
            long inTimeBefore,
            List<GroupRow> groups,
            List<AgeRow> ages,
            List<DueRow> due,
            FigureState.Now state) {}

    /** The work of a scope. */
    public Work of(Period period, Scope scope) {
        dashboards.reader();
        var groups = groups(days.done(period, scope), queue.byGroup(scope));
        var before = days.done(period.before(), scope);
        var ages = queue.byAge(scope).stream()
                .map(one -> new AgeRow(Integer.parseInt(one.label()), one.open(), one.late()))
                .sorted(Comparator.comparing(AgeRow::slot))
                .toList();
        return new Work(
                ages.stream().mapToLong(AgeRow::open).sum(),
                ages.stream().mapToLong(AgeRow::late).sum(),
                groups.stream().mapToLong(GroupRow::done).sum(),
                groups.stream().mapToLong(GroupRow::inTime).sum(),
                ended(before, "IN_TIME") + ended(before, "LATE"),
                ended(before, "IN_TIME"),
                groups,
                ages,
                due(scope),
                state.now());
    }

    private static long ended(List<DayQueries.Done> done, String outcome) {
        return done.stream()
                .filter(one -> one.outcome().equals(outcome))
                .mapToLong(DayQueries.Done::n)
                .sum();
    }

    private List<GroupRow> groups(List<DayQueries.Done> done, List<QueueQueries.Open> open) {
        var names = agencies.all().stream().collect(Collectors.toMap(Agency::id, Agency::name));
        Map<String, GroupRow> rows = new TreeMap<>();
        open.forEach(one -> merge(rows, one.label(), new long[] {one.open(), one.late(), 0, 0}, names));
        done.forEach(one -> merge(
                rows,
                one.candidateGroup() + "@" + one.agencyId(),
                new long[] {
                    0,
                    0,
                    one.outcome().equals("IN_TIME") ? one.n() : 0,
                    one.outcome().equals("LATE") ? one.n() : 0
                },
                names));
        return rows.values().stream()
                .filter(row -> row.open() + row.done() > 0)
                .sorted(Comparator.comparing(GroupRow::late)
                        .reversed()
                        .thenComparing(Comparator.comparing(GroupRow::open).reversed())
                        .thenComparing(GroupRow::group)
                        .thenComparing(GroupRow::agencyId))
                .toList();
    }

    private static void merge(Map<String, GroupRow> rows, String label, long[] add, Map<Long, String> names) {
        var cut = label.lastIndexOf('@');
        var agency = Long.parseLong(label.substring(cut + 1));
        var row = new GroupRow(label.substring(0, cut), agency, names.get(agency), add[0], add[1], add[2], add[3]);
        rows.merge(
                label,
                row,
                (one, two) -> new GroupRow(
                        one.group(),
                        one.agencyId(),
                        one.agency(),
                        one.open() + two.open(),
                        one.late() + two.late(),
                        one.inTime() + two.inTime(),
                        one.doneLate() + two.doneLate()));
    }

    private List<DueRow> due(Scope scope) {
        var found = queue.byDue(scope).stream()
                .collect(Collectors.toMap(one -> Integer.parseInt(one.label()), Function.identity()));
        var counted = new HashMap<Integer, Long>();
        found.forEach((slot, one) -> counted.put(slot, one.open()));
        var today = LocalDate.now(clock);
        var rows = new ArrayList<DueRow>();
        for (var slot = -1; slot <= QueueCount.DAYS + 1; slot++) {
            var day = slot < 0 || slot > QueueCount.DAYS ? null : today.plusDays(slot);
            rows.add(new DueRow(
                    slot, day, day == null || workingTime.isWorkingDay(day), counted.getOrDefault(slot, 0L)));
        }
        return rows;
    }
}

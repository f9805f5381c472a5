package fr.allervers.allocation.report;

import fr.allervers.allocation.candidacy.AllocationSetting;
import fr.allervers.allocation.candidacy.AllocationSettings;
import fr.allervers.allocation.report.AllocationReport.Row;
import fr.allervers.allocation.report.AllocationReport.Table;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Statistics of the reader's agencies, and the yearly report to the board (R441-9), in a fixed number of queries. */
@Component
@Transactional(readOnly = true)
public class AllocationReports {

    private static final String DECIDED = """
             from candidate_outcome c join allocation_outcome o on o.id = c.outcome_id
            where o.decided_at >= :from and o.decided_at < :until and (:all or o.agency_id in (:agencies)) and (:agency is null or o.agency_id = :agency)
            """;

    private final JdbcClient jdbc;
    private final AllocationSettings settings;
    private final ObjectProvider<AttendanceTable> attendance;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    AllocationReports(
            JdbcClient jdbc,
            AllocationSettings settings,
            ObjectProvider<AttendanceTable> attendance,
            CurrentStaff currentStaff,
            Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.attendance = attendance;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** What the reader asks for, with the moments between which it lies. */
    private record Asked(
            Instant from,
            Instant until,
            boolean all,
            Set<Long> agencies,
            @Nullable Long agency) {}

    /**
     * The report of a period.
     *
     * @param until included
     * @param agencyId one agency; none for all of the reader's
     */
    public AllocationReport of(LocalDate from, LocalDate until, @Nullable Long agencyId) {
        var reader = currentStaff.require();
        if (!reader.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR, Role.DIRECTOR)) {
            throw new AccessDeniedException("The report is for those who lead");
        }
        var asked = new Asked(
                from.atStartOfDay(clock.getZone()).toInstant(),
                until.plusDays(1).atStartOfDay(clock.getZone()).toInstant(),
                reader.allAgencies(),
                reader.agenciesOrNone(),
                agencyId);
        var byKind =
                counts(asked, "select c.kind as label, count(*) as n" + DECIDED + " group by c.kind order by c.kind");
        var byState = counts(
                asked,
                "select c.state as label, count(*) as n" + DECIDED
                        + " and c.position_no is not null group by c.state order by c.state");
        var leases = byState.getOrDefault("LEASED", 0L);
        var priority = number(asked, """
                select count(*) from candidate_outcome c join allocation_outcome o on o.id = c.outcome_id join allocation_candidate k on k.id = c.candidate_id
                 where o.decided_at >= :from and o.decided_at < :until and (:all or o.agency_id in (:agencies)) and (:agency is null or o.agency_id = :agency) and c.state = 'LEASED' and k.priority
                """);
        var tables = new ArrayList<Table>();
        tables.add(table("decisions", "outcome.kind.", byKind));
        tables.add(table("follow-up", "outcome.state.", byState));
        tables.add(table(
                "refusals",
                "outcome.refusal.",
                counts(
                        asked,
                        "select c.refusal as label, count(*) as n" + DECIDED
                                + " and c.refusal is not null group by c.refusal order by n desc")));
        tables.add(table("reasons", "", reasons(asked)));
        tables.add(new Table("delays", delays(asked)));
        attendance.stream().forEach(one -> tables.add(new Table("attendance", one.rows(from, until, agencyId))));
        return new AllocationReport(
                from,
                until,
                clock.instant(),
                number(
                        asked,
                        "select count(*) from allocation_outcome o where o.decided_at >= :from and o.decided_at < :until and (:all or o.agency_id in (:agencies)) and (:agency is null or o.agency_id = :agency)"),
                (int) byKind.values().stream().mapToLong(Long::longValue).sum(),
                (int) byState.values().stream().mapToLong(Long::longValue).sum(),
                leases.intValue(),
                number(
                        asked,
                        "select count(*) from urgent_allocation o where o.asked_at >= :from and o.asked_at < :until and (:all or o.agency_id in (:agencies)) and (:agency is null or o.agency_id = :agency)"),
                number(
                        asked,
                        "select count(*) from temporary_occupancy o where o.made_at >= :from and o.made_at < :until and (:all or o.agency_id in (:agencies)) and (:agency is null or o.agency_id = :agency)"),
                leases == 0 ? null : (int) Math.round(100.0 * priority / leases),
                settings.on(until, AllocationSetting.PRIORITY_SHARE),
                settings.values().stream()
                        .filter(one -> one.setting() == AllocationSetting.PRIORITY_SHARE
                                && !one.validFrom().isAfter(until))
                        .reduce((older, newer) -> newer)
                        .map(AllocationSettings.Dated::toConfirm)
                        .orElse(true),
                tables);
    }

    private static Table table(String key, String prefix, Map<String, Long> counts) {
        return new Table(
                key,
                counts.entrySet().stream()
                        .map(one -> new Row(prefix + one.getKey(), one.getValue()))
                        .toList());
    }

    /** Codes of the committee's list, most frequent first; a decision may have several. */
    private Map<String, Long> reasons(Asked asked) {
        var counts = new LinkedHashMap<String, Long>();
        bound(asked, "select c.reason_codes" + DECIDED + " and c.reason_codes <> ''")
                .query(row -> {
                    for (var code : row.getString(1).split(",")) {
                        counts.merge("allocation.reason." + code, 1L, Long::sum);
                    }
                });
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .collect(LinkedHashMap::new, (all, one) -> all.put(one.getKey(), one.getValue()), Map::putAll);
    }

    /** Medians in days; none where nothing of the kind happened. */
    private List<Row> delays(Asked asked) {
        return List.of(
                new Row(
                        "outcome.report.delay.application",
                        median(asked, "datediff(o.decided_at, a.applied_on)", "true")),
                new Row(
                        "outcome.report.delay.vacant",
                        median(asked, "datediff(o.decided_at, w.offered_at)", "c.position_no = 1")),
                new Row(
                        "outcome.report.delay.answer",
                        median(asked, "datediff(c.answered_at, c.offered_on)", "c.answered_at is not null")),
                new Row(
                        "outcome.report.delay.lease",
                        median(asked, "datediff(c.lease_on, o.decided_at)", "c.lease_on is not null")));
    }

    private @Nullable Long median(Asked asked, String days, String where) {
        return bound(asked, "select distinct median(" + days + """
                        ) over () from candidate_outcome c join allocation_outcome o on o.id = c.outcome_id join housing_application a on a.id = c.application_id
                          join offered_dwelling w on w.id = o.offered_dwelling_id
                         where o.decided_at >= :from and o.decided_at < :until and (:all or o.agency_id in (:agencies)) and (:agency is null or o.agency_id = :agency) and
                        """ + " " + where)
                .query(Double.class)
                .optional()
                .map(Math::round)
                .orElse(null);
    }

    private Map<String, Long> counts(Asked asked, String sql) {
        var counts = new LinkedHashMap<String, Long>();
        bound(asked, sql).query(row -> {
            counts.put(row.getString("label"), row.getLong("n"));
        });
        return counts;
    }

    private int number(Asked asked, String sql) {
        return bound(asked, sql).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec bound(Asked asked, String sql) {
        return jdbc.sql(sql)
                .param("from", asked.from())
                .param("until", asked.until())
                .param("all", asked.all())
                .param("agencies", asked.agencies())
                .param("agency", asked.agency());
    }
}

package fr.allervers.kpi.figure;

import fr.allervers.kpi.fact.Durations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads {@code kpi_day}: each question is one query over short runs of its key, whatever the number of cases. */
@Component
@Transactional(readOnly = true)
class DayQueries {

    /** As floating point, whole up to 2^53: MariaDB sums whole numbers as decimals, which takes twice as long. */
    private static final String HISTOGRAM = IntStream.range(0, Durations.BUCKETS)
            .mapToObj(bucket -> "sum(" + Durations.column(bucket) + " * 1e0)")
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    DayQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How often something happened in an agency. */
    record Count(String step, long agencyId, String outcome, long n, long amount) {}

    /** Of all agencies: whose the reader may see is the caller's matter. */
    List<Count> counts(Period period, String process, Collection<String> steps, Scope scope) {
        return bound(
                        "select step, agency_id, outcome, sum(n) as n, sum(amount) as amount from kpi_day",
                        "group by step, agency_id, outcome",
                        period,
                        process,
                        steps,
                        scope,
                        false)
                .query(Count.class)
                .list();
    }

    /** How long it took, by step and outcome, in the scope's agencies. */
    Map<String, Map<String, Durations>> times(Period period, String process, Collection<String> steps, Scope scope) {
        var times = new HashMap<String, Map<String, Durations>>();
        bound(
                        "select step, outcome, " + HISTOGRAM + " from kpi_day",
                        "group by step, outcome",
                        period,
                        process,
                        steps,
                        scope,
                        true)
                .query(row -> {
                    times.computeIfAbsent(row.getString(1), step -> new HashMap<>())
                            .put(row.getString(2), durations(row, 3));
                });
        return times;
    }

    /** How long it took in an agency. */
    record Took(String step, String outcome, long agencyId, Durations times) {}

    /** Of all agencies of the scope, apart. */
    List<Took> timesByAgency(Period period, String process, Collection<String> steps, Scope scope) {
        return bound(
                        "select step, outcome, agency_id, " + HISTOGRAM + " from kpi_day",
                        "group by step, outcome, agency_id",
                        period,
                        process,
                        steps,
                        scope,
                        true)
                .query((row, number) -> new Took(row.getString(1), row.getString(2), row.getLong(3), durations(row, 4)))
                .list();
    }

    /** How often in each week, by outcome, in the scope's agencies. Weeks are named by their Monday. */
    record Week(LocalDate week, String outcome, long n) {}

    List<Week> weeks(Period period, String process, String step, Scope scope) {
        var days = Period.days(period.to().minusWeeks(12).with(java.time.DayOfWeek.MONDAY), period.to());
        return where(
                        jdbc.sql("select day - interval weekday(day) day as week, outcome, sum(n) as n from kpi_day"
                                + " where process = :process and grain = 'D' and step = :step and day >= :from and day <= :to"
                                + within(scope) + " group by 1, 2 order by 1"),
                        scope)
                .param("process", process)
                .param("step", step)
                .param("from", days.from())
                .param("to", days.to())
                .query(Week.class)
                .list();
    }

    /** The tasks that ended, by group and agency. */
    record Done(String candidateGroup, long agencyId, String outcome, long n) {}

    List<Done> done(Period period, Scope scope) {
        return bound(
                        "select candidate_group, agency_id, outcome, sum(n) as n from kpi_day",
                        "group by candidate_group, agency_id, outcome",
                        period,
                        "ALL",
                        List.of(""),
                        new Scope(scope.all(), scope.agencies(), null),
                        true)
                .query(Done.class)
                .list();
    }

    private JdbcClient.StatementSpec bound(
            String select,
            String group,
            Period period,
            String process,
            Collection<String> steps,
            Scope scope,
            boolean inScope) {
        var pieces = period.pieces();
        var days = IntStream.range(0, pieces.size())
                .mapToObj(number -> "(grain = '" + pieces.get(number).grain() + "' and day >= :from" + number
                        + " and day < :until" + number + ")")
                .collect(Collectors.joining(" or "));
        var sql = jdbc.sql(select + " where process = :process and step in (:steps) and (" + days + ")"
                + (inScope ? within(scope) : inCampaign(scope)) + " " + group);
        for (var number = 0; number < pieces.size(); number++) {
            sql = sql.param("from" + number, pieces.get(number).from())
                    .param("until" + number, pieces.get(number).until());
        }
        return where(sql, inScope ? scope : new Scope(true, scope.agencies(), scope.campaignId()))
                .param("process", process)
                .param("steps", steps);
    }

    private static String within(Scope scope) {
        return (scope.all() ? "" : " and agency_id in (:agencies)") + inCampaign(scope);
    }

    private static String inCampaign(Scope scope) {
        return scope.campaignId() == null ? "" : " and campaign_id = :campaign";
    }

    private static JdbcClient.StatementSpec where(JdbcClient.StatementSpec sql, Scope scope) {
        var bound = scope.all() ? sql : sql.param("agencies", scope.agencies());
        return scope.campaignId() == null ? bound : bound.param("campaign", scope.campaignId());
    }

    private static Durations durations(ResultSet row, int first) throws SQLException {
        var counts = new long[Durations.BUCKETS];
        for (var bucket = 0; bucket < counts.length; bucket++) {
            counts[bucket] = row.getLong(first + bucket);
        }
        return new Durations(counts);
    }
}

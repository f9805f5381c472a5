package fr.allervers.bench;

import fr.allervers.kpi.fact.Durations;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finished tasks of a year and the cases behind them: as many rows of the engine's history as asked for, and the figures that folding
 * would have made of them, made by the database at once. Kinds are real processes, so that their maps can be drawn.
 */
final class FinishedWork {

    static final List<String> KINDS =
            List.of("household-call", "partner-referral", "unpaid-rent-prevention", "declarative-inventory");
    static final List<String> STEPS = List.of("call-household", "follow-referral", "call-tenant", "review-inventory");
    /** Who does each step: nearly every step is one group's. */
    private static final List<String> GROUPS = List.of("caller", "social-advisor", "rent-officer", "field-manager");

    private static final int AGENCIES = 10;
    private static final int CASES_PER_TASK = 5;

    private final JdbcTemplate jdbc;

    FinishedWork(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds tasks with these numbers; their cases are a fifth of it. */
    void add(int from, int to) {
        var seq = "seq_" + from + "_to_" + to;
        var kind = elt(KINDS, "seq");
        // The engine finds the tasks of a process by its definitions.
        var definition = elt(
                KINDS.stream()
                        .map(key -> jdbc.queryForObject(
                                "select max(ID_) from ACT_RE_PROCDEF where KEY_ = ?", String.class, key))
                        .toList(),
                "seq");
        var step = elt(STEPS, "seq");
        var end = "timestampadd(second, -((seq * 7919) % 31536000), '2026-11-24 09:00:00')";
        var took = "(60 + (seq * 104729) % 900000)";
        jdbc.execute(
                "insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, START_TIME_, END_TIME_, STATE_) select concat('f', seq), concat('f', seq), seq, "
                        + kind + ", " + definition + ", " + end + " - interval " + took + " second, " + end
                        + ", 'COMPLETED' from " + seq);
        jdbc.execute(
                "insert into ACT_HI_TASKINST (ID_, TASK_DEF_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, PROC_INST_ID_, EXECUTION_ID_, NAME_, START_TIME_, END_TIME_, DURATION_, DELETE_REASON_, DUE_DATE_, PRIORITY_) select concat('f', seq), "
                        + step + ", " + kind + ", " + definition + ", concat('f', seq), concat('f', seq), 'Agir', "
                        + end
                        + " - interval "
                        + took + " second, " + end + ", " + took + " * 1000, 'completed', " + end + ", 50 from " + seq);
        jdbc.execute(
                "insert into kpi_task (task_id, case_kind, case_id, step, candidate_group, agency_id, outcome, day, opened_at, due_at, closed_at, seconds) select concat('f', seq), "
                        + kind + ", seq, " + step
                        + ", " + elt(GROUPS, "seq") + ", 1 + seq div 3 % "
                        + AGENCIES + ", if(seq % 9 = 0, 'LATE', 'IN_TIME'), date(" + end + "), " + end + " - interval "
                        + took
                        + " second, " + end + ", " + end + ", " + took + " from " + seq);
        var cases = "seq_" + (from / CASES_PER_TASK + 1) + "_to_" + to / CASES_PER_TASK;
        for (var fact : List.of(
                "'listed', if(seq % 8 = 0, 'NOT_CALLED', 'CALLED')",
                "'called', if(seq % 5 = 0, 'NOT_REACHED', 'REACHED')",
                "'referral', if(seq % 4 = 0, 'OPEN', 'CLOSED')",
                "'arrears-opened', 'CONTACTED'",
                "'sealed', if(seq % 10 = 0, 'LATE', 'ON_TIME')")) {
            jdbc.execute(
                    "insert into kpi_fact (case_kind, case_id, figure, outcome, part, agency_id, campaign_id, day, amount, seconds) select "
                            + "'household-call', seq, " + fact + ", 0, 1 + seq % " + AGENCIES + ", 0, date(" + end
                            + "), 1, " + took
                            + " from " + cases);
        }
    }

    /** Counts all of it into days and months. */
    void count() {
        jdbc.execute("truncate table kpi_day");
        for (var grain : List.of("D", "M")) {
            var day = grain.equals("D") ? "day" : "day - interval (day(day) - 1) day";
            fold(
                    "case_kind, '" + grain + "', step, " + day
                            + ", agency_id, 0, outcome, candidate_group, count(*), 0",
                    "kpi_task");
            fold(
                    "'ALL', '" + grain + "', '', " + day + ", agency_id, 0, outcome, candidate_group, count(*), 0",
                    "kpi_task");
            fold(
                    "'FACT', '" + grain + "', figure, " + day + ", agency_id, 0, outcome, '', count(*), sum(amount)",
                    "kpi_fact");
        }
        for (var table : List.of("ACT_HI_PROCINST", "ACT_HI_TASKINST", "kpi_task", "kpi_fact", "kpi_day")) {
            jdbc.queryForList("analyze table " + table);
        }
    }

    private void fold(String values, String from) {
        var columns = IntStream.range(0, Durations.BUCKETS)
                .mapToObj(Durations::column)
                .collect(Collectors.joining(", "));
        var sums = IntStream.range(0, Durations.BUCKETS)
                .mapToObj(bucket -> "sum(if(seconds " + bounds(bucket) + ", 1, 0))")
                .collect(Collectors.joining(", "));
        jdbc.execute(
                "insert into kpi_day (process, grain, step, day, agency_id, campaign_id, outcome, candidate_group, n, amount, "
                        + columns + ") select " + values + ", " + sums + " from " + from
                        + " group by 1, 2, 3, 4, 5, 6, 7, 8");
    }

    private static String bounds(int bucket) {
        var from = bucket == 0 ? -1 : Math.ceil(60 * Math.pow(1.5, bucket - 1));
        return bucket == Durations.BUCKETS - 1
                ? ">= " + (long) from
                : ">= " + (long) from + " and seconds < " + (long) Math.ceil(60 * Math.pow(1.5, bucket));
    }

    private static String elt(List<String> names, String by) {
        return "elt(1 + " + by + " % " + names.size() + ", "
                + names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ")) + ")";
    }
}

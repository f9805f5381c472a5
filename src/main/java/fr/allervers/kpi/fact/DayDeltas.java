package fr.allervers.kpi.fact;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a batch changes in {@code kpi_day}, added up first so that each row is touched once. */
class DayDeltas {

    private static final String UPSERT = upsert();

    private record Row(String grain, Cell cell) {}

    private static final class Sums {
        private int n;
        private long amount;
        private final int[] buckets = new int[Durations.BUCKETS];

        private boolean isNothing() {
            for (var bucket : buckets) {
                if (bucket != 0) {
                    return false;
                }
            }
            return n == 0 && amount == 0;
        }
    }

    private final Map<Row, Sums> rows = new HashMap<>();

    /** @param sign 1 counts it, -1 takes it back */
    void add(Cell cell, int sign, long amount, @Nullable Long seconds) {
        put("D", cell, sign, amount, seconds);
        put("M", monthly(cell), sign, amount, seconds);
    }

    private static Cell monthly(Cell cell) {
        LocalDate first = cell.day().withDayOfMonth(1);
        return new Cell(
                cell.process(), cell.step(), first, cell.agencyId(), cell.campaignId(), cell.outcome(), cell.group());
    }

    private void put(String grain, Cell cell, int sign, long amount, @Nullable Long seconds) {
        var sums = rows.computeIfAbsent(new Row(grain, cell), key -> new Sums());
        sums.n += sign;
        sums.amount += sign * amount;
        if (seconds != null) {
            sums.buckets[Durations.bucket(seconds)] += sign;
        }
    }

    /** Adds them to the table, in the order of its key. */
    void write(JdbcTemplate jdbc) {
        var changed = rows.entrySet().stream()
                .filter(entry -> !entry.getValue().isNothing())
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .map(entry -> values(entry.getKey(), entry.getValue()))
                .toList();
        if (!changed.isEmpty()) {
            jdbc.batchUpdate(UPSERT, changed);
        }
        rows.clear();
    }

    private static Object[] values(Row row, Sums sums) {
        var values = new Object[10 + Durations.BUCKETS];
        var cell = row.cell();
        values[0] = cell.process();
        values[1] = row.grain();
        values[2] = cell.step();
        values[3] = cell.day();
        values[4] = cell.agencyId();
        values[5] = cell.campaignId();
        values[6] = cell.outcome();
        values[7] = cell.group();
        values[8] = sums.n;
        values[9] = sums.amount;
        for (var bucket = 0; bucket < Durations.BUCKETS; bucket++) {
            values[10 + bucket] = sums.buckets[bucket];
        }
        return values;
    }

    private static String upsert() {
        var columns = new StringBuilder();
        var places = new StringBuilder();
        var sums = new StringBuilder();
        for (var bucket = 0; bucket < Durations.BUCKETS; bucket++) {
            var name = Durations.column(bucket);
            columns.append(", ").append(name);
            places.append(", ?");
            sums.append(", ")
                    .append(name)
                    .append(" = ")
                    .append(name)
                    .append(" + values(")
                    .append(name)
                    .append(")");
        }
        return "insert into kpi_day (process, grain, step, day, agency_id, campaign_id, outcome, candidate_group, n, amount"
                + columns + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?" + places
                + ") on duplicate key update n = n + values(n), amount = amount + values(amount)" + sums;
    }
}

package fr.allervers.bench;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows that one started case wrote, to be written again under other ids: the least that a start costs. */
final class CaseRows {

    private static final List<String> TABLES = List.of(
            "ACT_HI_PROCINST",
            "ACT_HI_ACTINST",
            "ACT_HI_TASKINST",
            "ACT_HI_IDENTITYLINK",
            "ACT_RU_EXECUTION",
            "ACT_RU_TASK",
            "ACT_RU_IDENTITYLINK",
            "ACT_RU_EVENT_SUBSCR",
            "ACT_RU_JOB",
            "ACT_RU_VARIABLE",
            "inbox_item");
    private static final int BATCH = 500;
    private static final AtomicLong NUMBER = new AtomicLong(1_000_000_000L);

    private final DataSource database;
    private final String caseId;
    private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    private final Set<Object> ids;

    CaseRows(JdbcTemplate jdbc, DataSource database, long caseId) {
        this.database = database;
        this.caseId = Long.toString(caseId);
        var instance = jdbc.queryForObject(
                "select PROC_INST_ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = ? and PROC_DEF_KEY_ = 'household-call'",
                String.class,
                this.caseId);
        for (var table : TABLES) {
            var found = jdbc.queryForList("select * from " + table + " where " + of(table), instance);
            if (!found.isEmpty()) {
                rows.put(table, found);
            }
        }
        ids = rows.values().stream()
                .flatMap(List::stream)
                .map(row -> row.get("ID_"))
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static String of(String table) {
        return switch (table) {
            case "ACT_RU_IDENTITYLINK", "ACT_HI_IDENTITYLINK", "inbox_item" ->
                "task_id" + (table.equals("inbox_item") ? "" : "_")
                        + " in (select ID_ from ACT_RU_TASK where PROC_INST_ID_ = ?)";
            case "ACT_RU_JOB" -> "PROCESS_INSTANCE_ID_ = ?";
            default -> "PROC_INST_ID_ = ?";
        };
    }

    /** Writes them for so many cases, 500 cases a transaction. */
    void insert(int cases) throws Exception {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (var done = 0; done < cases; done += BATCH) {
                var first = NUMBER.getAndAdd(BATCH);
                var many = Math.min(BATCH, cases - done);
                for (var table : rows.entrySet()) {
                    var columns = new ArrayList<>(table.getValue().get(0).keySet());
                    var sql = "insert into " + table.getKey() + " (" + String.join(", ", columns) + ") values ("
                            + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
                    try (var insert = connection.prepareStatement(sql)) {
                        for (var number = first; number < first + many; number++) {
                            for (var row : table.getValue()) {
                                bind(insert, columns, row, number);
                            }
                        }
                        insert.executeBatch();
                    }
                }
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
    }

    private void bind(PreparedStatement insert, List<String> columns, Map<String, Object> row, long number)
            throws Exception {
        var place = 1;
        for (var column : columns) {
            insert.setObject(place++, changed(column, row.get(column), number));
        }
        insert.addBatch();
    }

    private Object changed(String column, Object value, long number) {
        if (column.equals("case_id")) {
            return number;
        }
        if (column.equals("BUSINESS_KEY_") && caseId.equals(value)) {
            return Long.toString(number);
        }
        return ids.contains(value) ? another((String) value, number) : value;
    }

    /** As long as the engine's own: its ids differ in their beginnings, so the end can carry the number. */
    private static String another(String id, long number) {
        return id.substring(0, id.length() - 10) + number;
    }
}

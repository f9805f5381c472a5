package fr.allervers.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many open tasks, made from one real one by copying its rows: what the engine and the inbox would hold, in seconds.
 * Groups, kinds, agencies and due moments alternate.
 */
final class ManyTasks {

    static final List<String> GROUPS =
            List.of("social-advisor", "field-manager", "supervisor", "rent-officer", "allocation-officer");
    static final int AGENCIES = 6;

    private final JdbcTemplate jdbc;
    private final String task;
    private final String instance;
    private final List<String> kinds;

    /** @param kinds keys of deployed processes */
    ManyTasks(JdbcTemplate jdbc, String task, List<String> kinds) {
        this.jdbc = jdbc;
        this.task = task;
        this.kinds = kinds;
        instance = jdbc.queryForObject("select PROC_INST_ID_ from ACT_RU_TASK where ID_ = ?", String.class, task);
    }

    void copy(int count) {
        var definition = "elt(1 + seq %% %d, %s)"
                .formatted(
                        kinds.size(),
                        kinds.stream()
                                .map(kind -> "(select max(ID_) from ACT_RE_PROCDEF where KEY_ = '" + kind + "')")
                                .collect(Collectors.joining(", ")));
        var group = "elt(1 + seq div 7 %% %d, %s)"
                .formatted(
                        GROUPS.size(),
                        GROUPS.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ")));
        var due = "timestampadd(second, (seq * 7919) % 7776000, '2026-11-01')";
        copy(
                "ACT_RU_EXECUTION",
                count,
                "PROC_INST_ID_ = '" + instance + "'",
                Map.of(
                        "ID_", "concat('b', seq)",
                        "PROC_INST_ID_", "concat('b', seq)",
                        "ROOT_PROC_INST_ID_", "concat('b', seq)",
                        "BUSINESS_KEY_", "seq",
                        "PROC_DEF_ID_", definition));
        copy(
                "ACT_RU_TASK",
                count,
                "ID_ = '" + task + "'",
                Map.of(
                        "ID_", "concat('t', seq)",
                        "EXECUTION_ID_", "concat('b', seq)",
                        "PROC_INST_ID_", "concat('b', seq)",
                        "PROC_DEF_ID_", definition,
                        "DUE_DATE_", due));
        copy(
                "ACT_RU_IDENTITYLINK",
                count,
                "TASK_ID_ = '" + task + "'",
                Map.of("ID_", "concat('l', seq)", "TASK_ID_", "concat('t', seq)", "GROUP_ID_", group));
        copy(
                "ACT_RU_VARIABLE",
                count,
                "PROC_INST_ID_ = '" + instance + "' and NAME_ = 'agency'",
                Map.of(
                        "ID_", "concat('v', seq)",
                        "EXECUTION_ID_", "concat('b', seq)",
                        "PROC_INST_ID_", "concat('b', seq)",
                        "VAR_SCOPE_", "concat('b', seq)",
                        "LONG_", "1 + seq div 3 % " + AGENCIES,
                        "TEXT_", "1 + seq div 3 % " + AGENCIES));
        copy(
                "inbox_item",
                count,
                "task_id = '" + task + "'",
                Map.of(
                        "task_id",
                        "concat('t', seq)",
                        "case_id",
                        "seq",
                        "case_kind",
                        "elt(1 + seq %% %d, %s)"
                                .formatted(
                                        kinds.size(),
                                        kinds.stream()
                                                .map(kind -> "'" + kind + "'")
                                                .collect(Collectors.joining(", "))),
                        "candidate_group",
                        group,
                        "queue",
                        "concat('g:', " + group + ")",
                        "agency_id",
                        "1 + seq div 3 % " + AGENCIES,
                        "due_at",
                        due));
        for (var table :
                List.of("ACT_RU_EXECUTION", "ACT_RU_TASK", "ACT_RU_IDENTITYLINK", "ACT_RU_VARIABLE", "inbox_item")) {
            jdbc.queryForList("analyze table " + table);
        }
    }

    private void copy(String table, int count, String of, Map<String, String> changed) {
        var columns = jdbc.queryForList(
                "select column_name from information_schema.columns where table_schema = database() and table_name = ? order by ordinal_position",
                String.class,
                table);
        var values = columns.stream()
                .map(column -> changed.getOrDefault(column, "o." + column))
                .collect(Collectors.joining(", "));
        jdbc.execute("insert into " + table + " (" + String.join(", ", columns) + ") select " + values
                + " from (select * from " + table + " where " + of + " limit 1) o join seq_1_to_" + count);
    }
}

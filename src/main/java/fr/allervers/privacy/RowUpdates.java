package fr.allervers.privacy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes columns of rows that were read as they are, by their tables' keys. */
@Component
class RowUpdates {

    private final JdbcClient jdbc;

    RowUpdates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Gives this row other values.
     *
     * @param row as read, with the columns of its key
     */
    void write(String table, Map<String, Object> row, Map<String, ?> values) {
        var keys = keys(table, "and index_name = 'PRIMARY'");
        var statement = jdbc.sql("update " + table + " set "
                + values.keySet().stream()
                        .map(column -> column + " = :new_" + column)
                        .collect(Collectors.joining(", "))
                + " where "
                + keys.stream().map(key -> key + " = :" + key).collect(Collectors.joining(" and ")));
        for (var value : values.entrySet()) {
            statement = statement.param("new_" + value.getKey(), value.getValue());
        }
        for (var key : keys) {
            statement = statement.param(key, row.get(key));
        }
        statement.update();
    }

    /** The columns by which rows of the table are told from one another. */
    List<String> unique(String table) {
        return keys(table, "and non_unique = 0");
    }

    private List<String> keys(String table, String which) {
        return jdbc.sql(
                        "select distinct column_name from information_schema.statistics where table_schema = database() and"
                                + " table_name = ? " + which + " order by seq_in_index")
                .param(table)
                .query(String.class)
                .list();
    }
}

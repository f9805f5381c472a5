package fr.allervers.e2e;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes something into every free text of the database, and puts back what was there. */
final class StoredTexts {

    /** Long enough for people's words; what is shorter holds codes. */
    private static final int SHORTEST = 60;

    /** Texts with a form of their own, which the application makes and reads. */
    private static final Pattern OURS = Pattern.compile(String.join(
            "|",
            ".*(_key|_ids|_codes|_folded|_by|_url|hash|username|assignee|fingerprint|form_id|search_name|queue|reference)",
            "code|criteria|answers|content|columns_text|dossier|marks|services|languages|rights|channels|candidates|priorities|query|audience",
            "word|words_key|rule|grade_rule|step|url|email|recipient|places|opinion|version_tag|setting|actor|extra_fields|communes|centre_id",
            "task_id|number|scope|content_type|header|details"));

    private final JdbcClient jdbc;
    private final Map<String, List<String>> marked = new LinkedHashMap<>();

    StoredTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Column(String tableName, String columnName) {}

    /** Gives the columns that now hold the text, in every row that held any. */
    List<String> markWith(String text) {
        jdbc.sql("create schema if not exists texts_kept").update();
        var columns = jdbc.sql("""
            select table_name, column_name from information_schema.columns
             where table_schema = database() and data_type in ('varchar', 'text', 'mediumtext', 'longtext') and character_maximum_length >= ?
               and (generation_expression is null or generation_expression = '')
               and table_name not like 'act%' and table_name not like 'spring%' and table_name not like 'flyway%' and table_name not like 'audit%'
             order by 1, 2
            """).param(SHORTEST).query(Column.class).list();
        var all = new ArrayList<String>();
        for (var column : columns) {
            if (!OURS.matcher(column.columnName()).matches() && mark(column, text)) {
                all.add(column.tableName() + "." + column.columnName());
            }
        }
        return all;
    }

    private boolean mark(Column column, String text) {
        var table = column.tableName();
        var keys = keys(table);
        if (keys.isEmpty()) {
            return false;
        }
        if (!marked.containsKey(table)) {
            // With its key: without it, each row that is put back would be looked for among all.
            jdbc.sql("create or replace table texts_kept." + table + " (primary key (" + String.join(", ", keys)
                            + ")) as select * from " + table)
                    .update();
        }
        try {
            var rows = jdbc.sql("update " + table + " set `" + column.columnName() + "` = ? where `"
                            + column.columnName() + "` is not null and `" + column.columnName() + "` <> ''")
                    .param(text)
                    .update();
            if (rows > 0) {
                marked.computeIfAbsent(table, any -> new ArrayList<>()).add(column.columnName());
            }
            return rows > 0;
        } catch (DataAccessException e) {
            // Of a unique key, or of a table that its triggers keep as it is.
            return false;
        }
    }

    void restore() {
        marked.forEach((table, columns) -> {
            var on = String.join(
                    " and ",
                    keys(table).stream().map(key -> "t." + key + " = k." + key).toList());
            var set = String.join(
                    ", ",
                    columns.stream()
                            .map(one -> "t.`" + one + "` = k.`" + one + "`")
                            .toList());
            jdbc.sql("update " + table + " t join texts_kept." + table + " k on " + on + " set " + set)
                    .update();
        });
        jdbc.sql("drop schema texts_kept").update();
    }

    private List<String> keys(String table) {
        return jdbc.sql("""
            select column_name from information_schema.key_column_usage
             where table_schema = database() and table_name = ? and constraint_name = 'PRIMARY' order by ordinal_position
            """).param(table).query(String.class).list();
    }
}

package fr.allervers.e2e;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes something into every free text of the database, and puts back what was there. */
final class StoredTexts {

    /** Long enough for people's words; what is shorter holds codes. */
    private static final int SHORTEST = 60;

    /** Texts with a form of their own, which the application makes and reads. */
    private static final String OURS =
            ".*(_key|_ids|_codes|_folded|hash|username|_by|assignee|fingerprint|form_id|search_name|queue|reference)|code|criteria|answers|content|columns_text|dossier|marks|services|languages|rights|channels|candidates|priorities|query|audience|word|words_key|rule|grade_rule|step|url|.*_url|email|recipient|places|opinion|video_url|version_tag|setting|actor|extra_fields|communes|centre_id|task_id|number|scope|content_type|header";

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
            if (!column.columnName().matches(OURS) && mark(column, text)) {
                all.add(column.tableName() + "." + column.columnName());
            }
        }
        return all;
    }

    private boolean mark(Column column, String text) {
        var table = column.tableName();
        if (!marked.containsKey(table)) {
            jdbc.sql("drop table if exists texts_kept." + table).update();
            jdbc.sql("create table texts_kept." + table + " as select * from " + table)
                    .update();
        }
        try {
            jdbc.sql("update " + table + " set `" + column.columnName() + "` = ? where `" + column.columnName()
                            + "` is not null and `" + column.columnName() + "` <> ''")
                    .param(text)
                    .update();
            marked.computeIfAbsent(table, any -> new ArrayList<>()).add(column.columnName());
            return true;
        } catch (DataAccessException e) {
            // Of a unique key, or of a table that its triggers keep as it is.
            return false;
        }
    }

    void restore() {
        marked.forEach((table, columns) -> {
            var keys = jdbc.sql("""
                            select column_name from information_schema.key_column_usage
                             where table_schema = database() and table_name = ? and constraint_name = 'PRIMARY'
                            """).param(table).query(String.class).list();
            var on = String.join(
                    " and ",
                    keys.stream().map(key -> "t." + key + " = k." + key).toList());
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
}

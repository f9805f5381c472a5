package fr.allervers.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words everywhere: in every column of text or bytes of every table, the engine's too, and in the files. */
class Traces {

    private final JdbcClient jdbc;
    private final Path files;

    Traces(JdbcClient jdbc, Path files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    private record Column(String tableName, String columnName) {}

    /** « table.column » for each column in which one of the words stands: a query for each table. */
    List<String> inTables(String... words) {
        var tables = new TreeMap<String, List<String>>();
        for (var column : jdbc.sql("""
                        select c.table_name, c.column_name from information_schema.columns c join information_schema.tables t
                            on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                         where c.table_schema = database() and (c.data_type like '%char' or c.data_type like '%text' or c.data_type like '%blob' or c.data_type like '%binary')
                        """).query(Column.class).list()) {
            tables.computeIfAbsent(column.tableName(), name -> new ArrayList<>())
                    .add(column.columnName());
        }
        var found = new ArrayList<String>();
        tables.forEach((table, columns) -> found.addAll(inTable(table, columns, words)));
        return found;
    }

    private List<String> inTable(String table, List<String> columns, String... words) {
        var counts = columns.stream()
                .map(column -> Arrays.stream(words)
                        .map(word -> "locate('" + word.toLowerCase(Locale.ROOT) + "', lower(convert(`" + column
                                + "` using utf8mb4))) > 0")
                        .collect(Collectors.joining(" or ", "coalesce(sum(", "), 0)")))
                .collect(Collectors.joining(", "));
        return jdbc.sql("select " + counts + " from `" + table + "`")
                .query((row, number) -> {
                    var found = new ArrayList<String>();
                    for (var column = 0; column < columns.size(); column++) {
                        if (row.getLong(column + 1) > 0) {
                            found.add(table + "." + columns.get(column));
                        }
                    }
                    return found;
                })
                .single();
    }

    /** The files in which one of the words stands, as it is or in a name. */
    List<Path> inFiles(String... words) {
        try (var all = Files.walk(files)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> holds(file, words))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, String... words) {
        try {
            var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            for (var word : words) {
                if (content.contains(word.toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package fr.allervers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * During an upgrade the version before still runs on the schema of the next one: a migration adds, and takes away only what the file
 * says is unused since an earlier version ({@code -- unused since 0.2} on the line before the statement). docs/changing.md tells why.
 */
class MigrationsTest {

    private static final Path FOLDER = Path.of("src", "main", "resources", "db", "migration");

    /** Written before the first version that anybody upgrades from. */
    private static final int FROM_SCRATCH = 79;

    private static final Pattern NAME = Pattern.compile("V(\\d+)__\\w+\\.sql");
    private static final Pattern UNUSED = Pattern.compile("(?m)^-- unused since \\d+\\.\\d+");

    private static final List<Pattern> TAKING_AWAY = List.of(
            Pattern.compile("\\bdrop\\s+(table|view|column|if\\s+exists)\\b"),
            // MariaDB takes "drop name" for a column too.
            Pattern.compile(
                    "\\bdrop\\s+(?!table|view|column|if|key|index|constraint|foreign|primary|check|trigger|default|procedure|function)\\w+"),
            Pattern.compile("\\brename\\b"),
            Pattern.compile("\\b(modify|change)\\s+(column\\s+)?\\w+"),
            Pattern.compile("\\btruncate\\b"));

    private static final Pattern ADDED = Pattern.compile(
            "\\badd\\s+(?:column\\s+)?(?!key|index|unique|constraint|foreign|primary|check)\\w+\\s[^;]*?(?=,\\s*(?:add|drop|modify)\\b|;|$)");

    /** The statements of this migration that the version before would stumble over. */
    static List<String> breaking(String sql) {
        var found = new ArrayList<String>();
        for (var statement : sql.split("(?<=;)\\s*\\n")) {
            var code = statement
                    .replaceAll("(?m)--.*$", "")
                    .replaceAll("'(?:[^']|'')*'", "''")
                    .strip()
                    .toLowerCase(Locale.ROOT);
            var takesAway = TAKING_AWAY.stream()
                    .anyMatch(pattern -> pattern.matcher(code).find());
            if ((takesAway || code.startsWith("alter table") && isAddedWithoutADefault(code))
                    && !UNUSED.matcher(statement).find()) {
                found.add(code);
            }
        }
        return found;
    }

    /** The version before does not fill it in. */
    private static boolean isAddedWithoutADefault(String code) {
        return ADDED.matcher(code)
                .results()
                .map(added -> added.group())
                .anyMatch(
                        added -> added.contains("not null") && !added.contains("default") && !added.contains(" as ("));
    }

    @Test
    void nothingIsTakenAwayThatTheVersionBeforeUses() throws IOException {
        var breaking = new TreeMap<String, List<String>>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.toList()) {
                var name = NAME.matcher(file.getFileName().toString());
                assertThat(name.matches()).as("a migration's name: " + file).isTrue();
                var statements = breaking(Files.readString(file));
                if (Integer.parseInt(name.group(1)) > FROM_SCRATCH && !statements.isEmpty()) {
                    breaking.put(file.getFileName().toString(), statements);
                }
            }
        }
        assertThat(breaking).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table old_table;",
                "alter table t drop column c;",
                "alter table t\n  drop c;",
                "alter table t add column d int, drop column c;",
                "alter table t change a b int;",
                "alter table t modify column a varchar(3);",
                "alter table t rename column a to b;",
                "rename table a to b;",
                "truncate table t;",
                "alter table t add column c int not null;",
                "alter table t add c varchar(3) not null, add column d int default 0;",
                "alter table t add column c int default 0,\n  add column d int not null;",
                "-- it is unused\nalter table t drop column c;",
            })
    void whatTheVersionBeforeWouldStumbleOverIsFound(String sql) {
        assertThat(breaking(sql)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table t (id bigint not null primary key, name varchar(3) not null);",
                "alter table t add column c int;",
                "alter table t add column c int not null default 0, add key t_c (c);",
                "alter table t add key t_c (c), drop key t_d;",
                "insert into text_row values ('drop table t; rename');",
                "create trigger t_stays before update on t for each row set new.id = old.id;",
                "-- unused since 0.2: nothing reads it\nalter table t drop column c;",
            })
    void whatIsAddedIsNoMatter(String sql) {
        assertThat(breaking(sql)).isEmpty();
    }
}

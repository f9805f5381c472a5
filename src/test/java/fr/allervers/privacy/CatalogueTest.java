package fr.allervers.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.shared.personal.DataKind;
import fr.allervers.testing.ApplicationTest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The catalogue names every column that could tell of a person, and the modules say which rows are whose. */
@ApplicationTest
class CatalogueTest {

    private static final String OURS =
            " where table_schema = database() and table_name not like 'ACT\\_%' and table_name <> 'flyway_schema_history' ";

    @Autowired
    Catalogue catalogue;

    @Autowired
    PersonalUnits units;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MessageSource messages;

    private List<String> columns(String types) {
        return jdbc.sql("select concat(table_name, '.', column_name) from information_schema.columns" + OURS + types)
                .query(String.class)
                .list();
    }

    @Test
    void everyColumnOfTextOrBytesIsNamed() {
        var named = catalogue.tables().stream()
                .flatMap(table -> table.columns().keySet().stream().map(column -> table.name() + "." + column))
                .toList();
        assertThat(
                        columns(
                                "and data_type in ('char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext', 'tinyblob', 'blob', 'mediumblob', 'longblob', 'binary', 'varbinary', 'json') and is_generated = 'NEVER'"))
                .as("columns that privacy/catalogue.txt does not name: say what erasing does to them")
                .isSubsetOf(named);
        assertThat(named).as("columns that are gone").isSubsetOf(columns(""));
    }

    @Test
    void everyTableWithPersonalColumnsHasRowsThatAModuleNames() {
        var covered = units.rows().stream().map(rows -> rows.table()).toList();
        assertThat(catalogue.tables().stream()
                        .filter(table -> !table.personal().isEmpty())
                        .map(CataloguedTable::name)
                        .filter(table -> !List.of("stored_file").contains(table)))
                .as("tables with personal data that no PersonalData bean names")
                .isSubsetOf(withMinutes(covered));
    }

    /** Signed dossiers are kept as a whole: their parts need no rows of their own. */
    private static List<String> withMinutes(List<String> covered) {
        return Stream.concat(
                        covered.stream(),
                        List.of("session_event", "ballot", "item_message", "session_minutes").stream())
                .toList();
    }

    @Test
    void columnsThatAreEmptiedMayBeEmpty() {
        var emptied = catalogue.tables().stream()
                .flatMap(table -> table.columns(ColumnAct.NULL).stream().map(column -> table.name() + "." + column))
                .toList();
        assertThat(columns("and is_nullable = 'NO'")).doesNotContainAnyElementsOf(emptied);
    }

    @Test
    void everySetAndEveryReasonHasWords() {
        for (var locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            for (var unit : units.all()) {
                assertThat(messages.getMessage("privacy.table." + unit.name().split(" ")[0], null, locale))
                        .isNotBlank();
            }
            for (var hold : units.holds()) {
                assertThat(messages.getMessage("privacy.hold." + hold.reason(), null, locale))
                        .isNotBlank();
            }
            for (var kind : DataKind.values()) {
                for (var word : List.of("kind", "from", "purpose", "basis", "subjects", "recipients")) {
                    assertThat(messages.getMessage("privacy." + word + "." + kind, null, locale))
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    void everyKindWithADelayHasASettingAndViceVersa() {
        assertThat(Arrays.stream(DataKind.values()).filter(DataKind::hasDelay).map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(jdbc.sql("select distinct kind from retention_setting")
                        .query(String.class)
                        .list());
    }
}

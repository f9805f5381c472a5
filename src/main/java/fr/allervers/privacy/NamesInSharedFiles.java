package fr.allervers.privacy;

import fr.allervers.shared.personal.DataKind;
import fr.allervers.shared.personal.PersonKeys;
import fr.allervers.shared.personal.PersonalData;
import fr.allervers.shared.personal.PersonalRows;
import fr.allervers.shared.personal.PersonalTraces;
import fr.allervers.shared.sealed.ValueSealing;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where others live on in the household, its file stays, and what was written in it may name the one who is erased: notes, timelines, titles.
 * There the person is taken out of the words, and the words stay.
 */
@Component
class NamesInSharedFiles implements PersonalTraces {

    private static final Set<ColumnAct> WORDS = Set.of(ColumnAct.NULL, ColumnAct.BLANK, ColumnAct.WORD, ColumnAct.ROW);

    /** An entry is history, whose words may go as a whole and in no other way: the database itself sees to it. */
    private static final Set<String> AS_A_WHOLE = Set.of("rent_entry");

    /** Who signed stays beside what was signed, which binds the others. */
    private static final Set<String> EVIDENCE = Set.of("inventory_signature");

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final RowWork work;
    private final RowUpdates updates;
    private final ValueSealing sealing;
    private final List<PersonalData> modules;

    NamesInSharedFiles(
            JdbcClient jdbc,
            Catalogue catalogue,
            RowWork work,
            RowUpdates updates,
            ValueSealing sealing,
            List<PersonalData> modules) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.work = work;
        this.updates = updates;
        this.sealing = sealing;
        this.modules = modules;
    }

    @Override
    public String name() {
        return "names-in-shared-files";
    }

    @Override
    public DataKind kind() {
        return DataKind.REGISTER;
    }

    @Override
    public boolean last() {
        return false;
    }

    @Override
    public int erase(PersonKeys person, int limit) {
        var file = sharedFile(person);
        if (file.households().isEmpty()) {
            return 0;
        }
        var pattern = new PersonPattern(
                person,
                names(
                        "select first_name as name from occupant where id in (:occupants) union select last_name from occupant where id in (:occupants)",
                        person),
                names("""
                        select o.first_name as name from occupant o where o.household_id in (select household_id from occupant where id in (:occupants)) and o.id not in (:occupants)
                        union select o.last_name from occupant o where o.household_id in (select household_id from occupant where id in (:occupants)) and o.id not in (:occupants)
                        """, person));
        var done = 0;
        for (var module : modules) {
            for (var rows : module.rows()) {
                if (done < limit && !rows.identity() && !EVIDENCE.contains(rows.table())) {
                    done += takeOut(pattern, rows, file, limit - done);
                }
            }
        }
        return done;
    }

    /** By what the household's rows are found; nothing of those in which nobody else is named, which go as a whole. */
    private PersonKeys sharedFile(PersonKeys person) {
        var households = new HashSet<>(jdbc.sql("select household_id from occupant where id in (:occupants)")
                .params(person.parameters())
                .query(Long.class)
                .list());
        households.removeAll(person.households());
        var of = new PersonKeys(Set.of(), households, Set.of(), Set.of(), Set.of(), Set.of());
        return new PersonKeys(
                Set.of(),
                households,
                ids("select id from lease where household_id in (:households)", of),
                ids("select id from housing_application where household_id in (:households)", of),
                Set.of(),
                Set.of());
    }

    private Set<Long> ids(String sql, PersonKeys of) {
        return new HashSet<>(
                jdbc.sql(sql).params(of.parameters()).query(Long.class).list());
    }

    private List<String> names(String sql, PersonKeys of) {
        return jdbc.sql(sql).params(of.parameters()).query(String.class).list();
    }

    private int takeOut(PersonPattern pattern, PersonalRows rows, PersonKeys file, int limit) {
        var table = catalogue.table(rows.table());
        var unique = updates.unique(rows.table());
        var columns = table.columns().entrySet().stream()
                .filter(column -> WORDS.contains(column.getValue()) && !unique.contains(column.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        var done = 0;
        for (var row : columns.isEmpty() ? List.<Map<String, Object>>of() : work.read(rows, file, Integer.MAX_VALUE)) {
            var changed = changed(pattern, rows, table, columns, row);
            if (!changed.isEmpty() && done < limit) {
                updates.write(rows.table(), row, AS_A_WHOLE.contains(rows.table()) ? whole(table) : changed);
                done++;
            }
        }
        return done;
    }

    private static Map<String, Object> whole(CataloguedTable table) {
        var values = new LinkedHashMap<String, Object>();
        table.columns(ColumnAct.WORD).forEach(column -> values.put(column, ColumnAct.ERASED));
        table.columns(ColumnAct.NULL).forEach(column -> values.put(column, null));
        return values;
    }

    private Map<String, Object> changed(
            PersonPattern pattern,
            PersonalRows rows,
            CataloguedTable table,
            List<String> columns,
            Map<String, Object> row) {
        // By their address the messages to them are found, which go by themselves.
        var foundByAddress = String.valueOf(rows.ofPerson()).contains(":addresses");
        var changed = new LinkedHashMap<String, Object>();
        for (var column : columns) {
            if (row.get(column) instanceof String stored) {
                var sealed = table.sealed().stream()
                        .filter(one -> one.column().equals(column))
                        .findFirst();
                var text = sealed.map(one -> sealing.openText(one.place(row), stored))
                        .orElse(stored);
                var left = foundByAddress && pattern.isAddress(text) ? text : pattern.without(text);
                if (!left.equals(text)) {
                    changed.put(
                            column,
                            sealed.map(one -> one.seal(sealing, row, left)).orElse(left));
                }
            }
        }
        return changed;
    }
}

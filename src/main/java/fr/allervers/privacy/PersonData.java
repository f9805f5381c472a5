package fr.allervers.privacy;

import fr.allervers.shared.personal.PersonalRows;
import fr.allervers.shared.sealed.ValueSealing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what we hold of a person, set by set. Left out: who of the staff did it, hashes and other bytes, numbers that only join tables,
 * and what the committee signed, which tells of other people as well.
 */
@Component
@Transactional(readOnly = true)
class PersonData {

    /** Rows of one set: nobody has more. */
    private static final int ROWS = 5000;

    private final PersonalUnits units;
    private final RowWork work;
    private final Catalogue catalogue;
    private final DataSubjects subjects;
    private final ValueSealing sealing;

    PersonData(PersonalUnits units, RowWork work, Catalogue catalogue, DataSubjects subjects, ValueSealing sealing) {
        this.units = units;
        this.work = work;
        this.catalogue = catalogue;
        this.subjects = subjects;
        this.sealing = sealing;
    }

    /** The sets that hold something, and the ids of the files that they name. */
    record Found(List<ExportedTable> tables, Set<Long> files) {}

    Found of(DataSubject subject) {
        var person = subjects.keys(subject);
        var tables = new ArrayList<ExportedTable>();
        var files = new TreeSet<Long>();
        for (var of : units.rows()) {
            var table = catalogue.table(of.table());
            if (!table.columns().containsValue(ColumnAct.KEEP)) {
                var rows = work.read(of, person, ROWS);
                rows.forEach(row -> collect(table.columns(ColumnAct.FILE), row, files));
                add(tables, of, table, rows);
            }
        }
        return new Found(tables, files);
    }

    private void add(
            List<ExportedTable> tables, PersonalRows of, CataloguedTable table, List<Map<String, Object>> rows) {
        var told = rows.stream()
                .map(row -> tell(table, row))
                .filter(row -> !row.isEmpty())
                .toList();
        if (!told.isEmpty()) {
            tables.add(new ExportedTable(of.name(), of.kind(), told));
        }
    }

    private Map<String, String> tell(CataloguedTable table, Map<String, Object> row) {
        var told = new LinkedHashMap<String, String>();
        row.forEach((column, value) -> {
            if (value != null && !(value instanceof byte[]) && !value.toString().isBlank() && isTold(table, column)) {
                told.put(column, opened(table, column, row));
            }
        });
        return told;
    }

    private String opened(CataloguedTable table, String column, Map<String, Object> row) {
        var stored = String.valueOf(row.get(column));
        return table.sealed().stream()
                .filter(one -> one.column().equals(column))
                .findFirst()
                .map(one -> sealing.openText(one.place(row), stored))
                .orElse(stored);
    }

    private static boolean isTold(CataloguedTable table, String column) {
        var act = table.columns().get(column);
        return act == null
                ? !column.equals("id") && !column.endsWith("_id") && !column.equals("version")
                : act != ColumnAct.STAFF && act != ColumnAct.FILE;
    }

    private static void collect(List<String> columns, Map<String, Object> row, Set<Long> files) {
        for (var column : columns) {
            if (row.get(column) instanceof Number id) {
                files.add(id.longValue());
            }
        }
    }
}

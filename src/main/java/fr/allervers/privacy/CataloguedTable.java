package fr.allervers.privacy;

import fr.allervers.shared.personal.DataKind;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of the catalogue.
 *
 * @param kind none when the table tells of nobody
 * @param sealed columns that are encrypted at rest
 * @param columns in the catalogue's order
 */
public record CataloguedTable(
        String name, @Nullable DataKind kind, Map<String, ColumnAct> columns, List<SealedColumn> sealed) {

    /** The columns to which this is done. */
    public List<String> columns(ColumnAct act) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue() == act)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The columns that tell of a person who is no employee. */
    public List<String> personal() {
        return columns.entrySet().stream()
                .filter(column -> column.getValue().isPersonal())
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean goes() {
        return columns.containsValue(ColumnAct.ROW);
    }

    boolean isWritten() {
        return columns.values().stream().anyMatch(ColumnAct::writes);
    }

    String assignments() {
        return each(", ", ColumnAct::assignment);
    }

    String somethingLeft() {
        return each(" or ", ColumnAct::isLeft);
    }

    private String each(String between, BiFunction<ColumnAct, String, String> said) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue().writes())
                .map(column -> said.apply(column.getValue(), column.getKey()))
                .collect(Collectors.joining(between));
    }
}

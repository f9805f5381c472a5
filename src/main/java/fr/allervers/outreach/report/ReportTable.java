package fr.allervers.outreach.report;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of the report, drawn as a chart where one helps.
 *
 * @param key names it in addresses and messages ({@code report.table.KEY}, with {@code .definition})
 * @param chart "bar", "stacked", "line" or "" for none
 * @param columns last parts of the messages' keys of the columns, the first is the label's
 */
public record ReportTable(String key, String chart, List<String> columns, List<Row> rows) {

    /** Smaller groups than this are not shown to people of other agencies: somebody could be recognised. */
    static final int SMALLEST_GROUP = 5;

    /** A line; a value that must not be shown is empty. */
    public record Row(String label, List<@Nullable Number> values) {

        static Row of(String label, @Nullable Number... values) {
            return new Row(label, Arrays.asList(values));
        }

        Row masked() {
            return new Row(label, Arrays.asList(values.stream().map(Row::mask).toArray(Number[]::new)));
        }

        private static @Nullable Number mask(@Nullable Number value) {
            return value != null && value.doubleValue() > 0 && value.doubleValue() < SMALLEST_GROUP ? null : value;
        }
    }

    ReportTable maskedIf(boolean small) {
        return small
                ? new ReportTable(
                        key, chart, columns, rows.stream().map(Row::masked).toList())
                : this;
    }
}

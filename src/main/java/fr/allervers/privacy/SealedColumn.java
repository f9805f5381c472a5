package fr.allervers.privacy;

import fr.allervers.shared.sealed.ValueSealing;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column whose values are encrypted at rest.
 *
 * @param toldBy the column that tells its row, which is part of the place that a value is bound to; none when the column alone is
 */
public record SealedColumn(
        String table, String column, @Nullable String toldBy) {

    private static final Pattern WRITTEN = Pattern.compile("(\\w+)(?:/(\\w+))?");

    static SealedColumn read(String table, String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalStateException("The catalogue of personal data: " + text);
        }
        return new SealedColumn(table, written.group(1), written.group(2));
    }

    /** « social_assessment.opinion ». */
    public String name() {
        return table + "." + column;
    }

    /** The place to which a value is bound, as the module that writes it says it. */
    String place(Map<String, Object> row) {
        return toldBy == null ? name() : name() + "/" + row.get(toldBy);
    }

    /** The value as it is stored in this row. */
    String seal(ValueSealing sealing, Map<String, Object> row, String value) {
        return toldBy == null
                ? Objects.requireNonNull(sealing.seal(place(row), value))
                : sealing.sealSame(place(row), value);
    }
}

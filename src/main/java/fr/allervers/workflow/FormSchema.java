package fr.allervers.workflow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form as its .form file states it (Camunda Forms).
 *
 * @param id the file's name and the id in it
 */
public record FormSchema(String id, List<Field> fields) {

    public FormSchema {
        fields = List.copyOf(fields);
    }

    public Optional<Field> field(String key) {
        return fields.stream()
                .filter(field -> field.kind() != Kind.TEXT && field.key().equals(key))
                .findFirst();
    }

    /** What a field is; {@link #TEXT} is words between the fields and takes no answer. */
    public enum Kind {
        TEXT,
        TEXTFIELD,
        TEXTAREA,
        NUMBER,
        CHECKBOX,
        CHECKLIST,
        RADIO,
        SELECT,
        DATE,
        TIME,
        DATETIME
    }

    /** A possible answer. */
    public record Option(String value, String label) {}

    /**
     * What an answer must obey; a missing bound is none.
     *
     * @param pattern a regular expression that the whole text matches
     */
    public record Rules(
            boolean required,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable String pattern) {}

    /**
     * One field, or one block of words.
     *
     * @param key name of the answer; a made-up one for words
     * @param description help beneath the label; the words themselves for {@link Kind#TEXT}; empty for none
     * @param decimals digits after the point of a number
     * @param hideIf FEEL condition (without "="), under which the field is not asked
     * @param readOnly shown, never taken from the browser
     */
    public record Field(
            String key,
            Kind kind,
            String label,
            String description,
            Rules rules,
            int decimals,
            List<Option> options,
            @Nullable String hideIf,
            boolean readOnly,
            @Nullable Object defaultValue) {

        public Field {
            options = List.copyOf(options);
        }

        /** How the browser's conditions type the value. */
        public String type() {
            return kind.name().toLowerCase(Locale.ROOT);
        }

        /** Whether the answer is several choices. */
        public boolean many() {
            return kind == Kind.CHECKLIST;
        }

        /** Whether one control with a label holds the answer. */
        public boolean single() {
            return inputType() != null || kind == Kind.TEXTAREA || kind == Kind.SELECT;
        }

        /** The type of the HTML input; none where the answer is no single line. Numbers are text, for the decimal comma. */
        public @Nullable String inputType() {
            return switch (kind) {
                case TEXTFIELD, NUMBER -> "text";
                case DATE -> "date";
                case TIME -> "time";
                case DATETIME -> "datetime-local";
                default -> null;
            };
        }

        public @Nullable String inputMode() {
            return kind != Kind.NUMBER ? null : decimals > 0 ? "decimal" : "numeric";
        }

        /** The id of the field's first control, where a link to the field leads. */
        public String firstId() {
            return "f-" + key;
        }

        /** What tells more of the field to a screen reader; none when nothing does. */
        public @Nullable String describedBy(boolean invalid) {
            var help = description.isEmpty() ? "" : firstId() + "-help ";
            var ids = (help + (invalid ? firstId() + "-error" : "")).strip();
            return ids.isEmpty() ? null : ids;
        }

        /** The value as the control shows it; {@code value} typed, or as sent. */
        public String text(@Nullable Object value) {
            if (value instanceof List<?> sent) {
                return sent.isEmpty() ? "" : String.valueOf(sent.get(0));
            }
            var text =
                    value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
            return kind == Kind.NUMBER ? text.replace('.', ',') : text;
        }

        /** Whether this option is (among) the answer. */
        public boolean chosen(@Nullable Object value, String option) {
            return value instanceof List<?> sent
                    ? sent.contains(option) || (kind == Kind.CHECKBOX && sent.contains("on"))
                    : value != null && value.toString().equals(option);
        }

        /** The words of a {@link Kind#TEXT}, safe to write into a page. */
        public String html() {
            return FormWords.html(description);
        }
    }
}

package fr.allervers.workflow;

import java.math.BigDecimal;
import java.util.List;
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
            return kind.name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Whether the answer is several choices. */
        public boolean many() {
            return kind == Kind.CHECKLIST;
        }
    }
}

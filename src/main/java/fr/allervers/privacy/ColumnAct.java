package fr.allervers.privacy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What purging and erasing do to a column. */
public enum ColumnAct {
    /** Tells nothing of a person. */
    NONE(null),
    /** An employee who did it. */
    STAFF(null),
    /** Tells of a person and stays; why stands in docs/personal-data.md. */
    KEEP(null),
    /** The whole row goes. */
    ROW(null),
    NULL("null"),
    BLANK("''"),
    WORD("'" + ColumnAct.ERASED + "'"),
    /** Unique still, and of nobody. */
    OWN("concat('~', id)"),
    ZERO("0"),
    DAY("date '1900-01-01'"),
    /** Names a stored file, whose content goes. */
    FILE(null);

    /** The word that stays. */
    static final String ERASED = "Effacé";

    private final @Nullable String value;

    ColumnAct(@Nullable String value) {
        this.value = value;
    }

    /** Whether the column gets another value, and its row stays. */
    boolean writes() {
        return value != null;
    }

    /** « name = 'Effacé' ». */
    String assignment(String column) {
        return column + " = " + value;
    }

    /** True for a row that holds something still. */
    String isLeft(String column) {
        return this == NULL ? column + " is not null" : "not (" + column + " <=> " + value + ")";
    }

    /** Whether the column tells of a person who is no employee. */
    public boolean isPersonal() {
        return this != NONE && this != STAFF;
    }

    static ColumnAct read(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

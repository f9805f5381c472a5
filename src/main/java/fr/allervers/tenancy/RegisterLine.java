package fr.allervers.tenancy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line that has been read: an occupant with all that they live in, or a vacant dwelling. */
final class RegisterLine {

    private final int number;
    private final @Nullable Object[] values;

    RegisterLine(int number, @Nullable Object[] values) {
        this.number = number;
        this.values = values;
    }

    int number() {
        return number;
    }

    @Nullable
    Object get(RegisterColumn column) {
        return values[column.ordinal()];
    }

    /** A code that the line has, as the reader made sure. */
    String code(RegisterColumn column) {
        return (String) Objects.requireNonNull(get(column));
    }

    boolean isVacant() {
        return get(RegisterColumn.OCCUPANT_CODE) == null;
    }

    PhoneNumbers.@Nullable Dialled phone(RegisterColumn column) {
        return (PhoneNumbers.Dialled) get(column);
    }
}

package fr.allervers.allocation.candidacy;

import fr.allervers.shared.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days and yes or no, as forms send them and as French files write them. */
final class AllocationCells {

    private static final DateTimeFormatter FRENCH =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private AllocationCells() {}

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(text.indexOf('/') >= 0 ? LocalDate.parse(text, FRENCH) : LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** An empty cell says no; none when it is neither. */
    static @Nullable Boolean yes(String text) {
        return switch (Texts.fold(text)) {
            case "oui", "o", "1", "vrai", "true", "on" -> true;
            case "", "non", "n", "0", "faux", "false" -> false;
            default -> null;
        };
    }
}

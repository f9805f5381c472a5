package fr.allervers.inventory.signature;

import fr.allervers.shared.DayFormat;
import fr.allervers.shared.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Days and amounts as papers have them: in French, whoever reads the page meanwhile. Templates call it {@code words}. */
@Component
public class PaperWords {

    private static final DateTimeFormatter DAY = DayFormat.of("d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter MOMENT = DayFormat.of("d MMMM yyyy 'à' H 'h' mm", Locale.FRENCH);

    private final Clock clock;

    PaperWords(Clock clock) {
        this.clock = clock;
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String moment(Instant at) {
        return MOMENT.format(at.atZone(clock.getZone()));
    }

    public String euros(long cents) {
        return new Money(cents).text(Locale.FRENCH);
    }
}

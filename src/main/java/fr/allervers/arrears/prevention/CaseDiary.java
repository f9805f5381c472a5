package fr.allervers.arrears.prevention;

import fr.allervers.shared.DayFormat;
import fr.allervers.shared.Money;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes what happens to a case into its timeline, in French words. */
@Component
class CaseDiary {

    private static final DateTimeFormatter DAY = DayFormat.of("d MMM yyyy", Locale.FRENCH);

    private final Timeline timeline;
    private final MessageSource messages;

    CaseDiary(Timeline timeline, MessageSource messages) {
        this.timeline = timeline;
        this.messages = messages;
    }

    static CaseRef ref(UnpaidRent rent) {
        return ref(rent.id());
    }

    static CaseRef ref(long id) {
        return new CaseRef(ArrearsCases.KIND, id);
    }

    void note(UnpaidRent rent, Timeline.Kind kind, String key, Object... args) {
        write(rent, kind, key, null, false, args);
    }

    /**
     * @param detail what a person typed
     * @param social told to social advisors and supervisors only
     */
    void write(
            UnpaidRent rent, Timeline.Kind kind, String key, @Nullable String detail, boolean social, Object... args) {
        timeline.record(
                ref(rent),
                rent.householdId(),
                kind,
                words("arrears.log." + key, args),
                detail == null || detail.isBlank() ? null : detail,
                social);
    }

    /** A day in what is written down, « 22 nov. 2026 », whatever the language of who acts. */
    String day(LocalDate day) {
        return DAY.format(day);
    }

    /** An amount in what is written down, « 1 046,20 € ». */
    String euros(long cents) {
        return new Money(cents).text(Locale.FRENCH);
    }

    String words(String key, Object... args) {
        return messages.getMessage(key, args, Locale.FRENCH);
    }
}

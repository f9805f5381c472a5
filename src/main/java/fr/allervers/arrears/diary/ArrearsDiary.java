package fr.allervers.arrears.diary;

import fr.allervers.arrears.prevention.ArrearsCase;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.shared.DayFormat;
import fr.allervers.shared.Money;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes on the timeline of cases of unpaid rent, in French, as all that is kept. */
@Component
public class ArrearsDiary {

    private static final DateTimeFormatter DAY = DayFormat.of("d MMMM yyyy", Locale.FRENCH);

    private final Timeline timeline;
    private final MessageSource messages;

    ArrearsDiary(Timeline timeline, MessageSource messages) {
        this.timeline = timeline;
        this.messages = messages;
    }

    /** What happened, on the case's timeline. */
    public void note(ArrearsCase of, Timeline.Kind kind, String key, Object... args) {
        write(new CaseRef(ArrearsCases.KIND, of.id()), of.householdId(), kind, null, false, key, args);
    }

    /** The same, for the social service's eyes only. */
    public void noteSocial(ArrearsCase of, Timeline.Kind kind, @Nullable String detail, String key, Object... args) {
        write(new CaseRef(ArrearsCases.KIND, of.id()), of.householdId(), kind, detail, true, key, args);
    }

    /** On the timeline of any case, and of the household when it is given. */
    public void write(
            CaseRef of,
            @Nullable Long householdId,
            Timeline.Kind kind,
            @Nullable String detail,
            boolean social,
            String key,
            Object... args) {
        timeline.record(of, householdId, kind, french(key, args), detail, social);
    }

    /** In the language of what is written down. */
    public String french(String key, Object... args) {
        return messages.getMessage(key, args, Locale.FRENCH);
    }

    /** In the reader's language. */
    public String words(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /** An amount in what is written down, « 1 046,20 € ». */
    public String euros(long cents) {
        return new Money(cents).text(Locale.FRENCH);
    }

    /** A day in what is written down, « 22 novembre 2026 ». */
    public String day(LocalDate day) {
        return DAY.format(day);
    }
}

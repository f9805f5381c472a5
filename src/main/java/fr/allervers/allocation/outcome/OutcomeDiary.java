package fr.allervers.allocation.outcome;

import fr.allervers.allocation.candidacy.ApplicationFiles;
import fr.allervers.shared.DayFormat;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes on the timeline of what follows decisions, in French, as all that is kept. */
@Component
class OutcomeDiary {

    private static final DateTimeFormatter DAY = DayFormat.of("d MMMM yyyy", Locale.FRENCH);

    private final Timeline timeline;
    private final MessageSource messages;
    private final ApplicationFiles applications;

    OutcomeDiary(Timeline timeline, MessageSource messages, ApplicationFiles applications) {
        this.timeline = timeline;
        this.messages = messages;
        this.applications = applications;
    }

    void note(Outcome of, String key, Object... args) {
        write(OfferSteps.KIND, of.id(), key, args);
    }

    void note(CandidateOutcome of, String key, Object... args) {
        write(OfferSteps.KIND, of.outcomeId(), key, args);
    }

    void write(String kind, long id, String key, Object... args) {
        timeline.record(
                new CaseRef(kind, id),
                null,
                Timeline.Kind.DECISION,
                messages.getMessage(key, args, Locale.FRENCH),
                null,
                false);
    }

    String name(CandidateOutcome of) {
        return applications.require(of.applicationId()).name();
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    /** In the reader's language. */
    String words(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}

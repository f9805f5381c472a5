package fr.allervers.arrears.prevention;

import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes what happens to a case into its timeline, in French words. */
@Component
class CaseDiary {

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

    String words(String key, Object... args) {
        return messages.getMessage(key, args, Locale.FRENCH);
    }
}

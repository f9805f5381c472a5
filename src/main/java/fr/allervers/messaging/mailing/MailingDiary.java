package fr.allervers.messaging.mailing;

import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What happened to a mailing, on its timeline, in French. */
@Component
class MailingDiary {

    static final String KIND = "mass-message";

    private final Timeline timeline;
    private final MessageSource messages;

    MailingDiary(Timeline timeline, MessageSource messages) {
        this.timeline = timeline;
        this.messages = messages;
    }

    static CaseRef caseOf(long mailingId) {
        return new CaseRef(KIND, mailingId);
    }

    /** Notes {@code mailing.log.<key>} with its values. */
    void note(long mailingId, Timeline.Kind kind, String key, @Nullable String detail, Object... values) {
        timeline.record(caseOf(mailingId), null, kind, french("mailing.log." + key, values), detail, false);
    }

    String french(String key, Object... values) {
        return messages.getMessage(key, values, Locale.FRENCH);
    }
}

package fr.allervers.outreach.calling;

import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes what happens to a household's call on its timeline, in the landlord's language. */
@Component
class CallDiary {

    static final String KIND = "household-call";

    private final Timeline timeline;
    private final MessageSource messages;

    CallDiary(Timeline timeline, MessageSource messages) {
        this.timeline = timeline;
        this.messages = messages;
    }

    static CaseRef caseOf(long callId) {
        return new CaseRef(KIND, callId);
    }

    void note(HouseholdCall call, Timeline.Kind kind, String key, Object... values) {
        write(call, kind, words(key, values), null, false);
    }

    /** For social advisors and supervisors only. */
    void noteSocial(HouseholdCall call, Timeline.Kind kind, String key, Object... values) {
        write(call, kind, words(key, values), null, true);
    }

    void write(HouseholdCall call, Timeline.Kind kind, String what, @Nullable String detail, boolean social) {
        timeline.record(caseOf(call.id()), call.householdId(), kind, what, detail, social);
    }

    void note(long callId, long householdId, Timeline.Kind kind, String key, Object... values) {
        timeline.record(caseOf(callId), householdId, kind, words(key, values), null, false);
    }

    String words(String key, Object... values) {
        return messages.getMessage("calling.diary." + key, values, Locale.FRENCH);
    }
}

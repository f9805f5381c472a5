package fr.allervers.outreach.campaign;

import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes what happens to campaigns on their timelines, in the landlord's language. */
@Component
class CampaignDiary {

    static final String KIND = "call-campaign";

    private final Timeline timeline;
    private final MessageSource messages;

    CampaignDiary(Timeline timeline, MessageSource messages) {
        this.timeline = timeline;
        this.messages = messages;
    }

    static CaseRef caseOf(long campaignId) {
        return new CaseRef(KIND, campaignId);
    }

    static CaseRef callOf(long callId) {
        return new CaseRef("household-call", callId);
    }

    /** On the timeline of a household's call. */
    void noteCall(long callId, long householdId, String key) {
        timeline.record(callOf(callId), householdId, Timeline.Kind.NOTE, words(key), null, false);
    }

    /**
     * @param key last part of the message's key
     */
    void note(long campaignId, Timeline.Kind kind, String key, @Nullable String detail, Object... values) {
        timeline.record(caseOf(campaignId), null, kind, words(key, values), detail, false);
    }

    private String words(String key, Object... values) {
        return messages.getMessage("campaign.diary." + key, values, Locale.FRENCH);
    }
}

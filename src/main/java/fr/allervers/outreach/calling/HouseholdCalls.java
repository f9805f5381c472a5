package fr.allervers.outreach.calling;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Calls to households: the page, its draft, its end. */
@Component
public class HouseholdCalls {

    /** The call page; for its holder, or for supervisors, advisors and directors of the agency. */
    public CallView open(long callId) {
        throw new UnsupportedOperationException();
    }

    /** What the answers would be graded. */
    public GradePreview preview(long callId, CallSubmission submission) {
        throw new UnsupportedOperationException();
    }

    /**
     * Notes the call and moves the case on; the same key again changes nothing.
     *
     * @throws CallNoLongerYours when somebody else holds the household, or nobody
     * @throws CallClosed when no call is to be made
     * @throws InvalidCall when an answer breaks a rule
     */
    public void complete(long callId, CallSubmission submission) {
        throw new UnsupportedOperationException();
    }

    /** Keeps answers that are not sent yet. */
    public void saveDraft(long callId, Map<String, List<String>> raw) {
        throw new UnsupportedOperationException();
    }

    /** What this caller left on the page; empty for nothing. */
    public Map<String, List<String>> draft(long callId) {
        throw new UnsupportedOperationException();
    }

    /** Gives the household back to the queue. */
    public void release(long callId) {
        throw new UnsupportedOperationException();
    }
}

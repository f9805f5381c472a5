package fr.allervers.messaging.replies;

import fr.allervers.shared.WorkingTime;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.ProcessSteps;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.Date;

/** What the process message-reply asks and does; public because expressions reach public classes only. */
@ProcessSteps("messageReply")
public class ReplySteps {

    private static final int ANSWER_DAYS = 1;
    private static final int SUPERVISOR_DAYS = 1;

    private final Replies replies;
    private final WorkingTime workingTime;
    private final Timeline timeline;
    private final Clock clock;

    ReplySteps(Replies replies, WorkingTime workingTime, Timeline timeline, Clock clock) {
        this.replies = replies;
        this.workingTime = workingTime;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** The group whose task it is: nobody's advisor when the register does not know the number. */
    public String answerGroup(long id) {
        return replies.require(id).householdId() == null ? "supervisor" : "social-advisor";
    }

    public Date answerDue(long id) {
        return Date.from(workingTime.plusWorkingDays(replies.require(id).receivedAt(), ANSWER_DAYS));
    }

    public Date answerLateDue(long id) {
        timeline.record(
                new CaseRef(Replies.KIND, id),
                replies.require(id).householdId(),
                Timeline.Kind.ESCALATION,
                "Réponse en retard : transmise au responsable",
                null,
                false);
        return Date.from(workingTime.plusWorkingDays(clock.instant(), SUPERVISOR_DAYS));
    }

    public void close(long id) {
        replies.close(id);
    }
}

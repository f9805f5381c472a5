package fr.allervers.allocation.session;

import fr.allervers.inbox.InboxActs;
import fr.allervers.shared.web.UserError;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Submission;
import fr.allervers.workflow.Tasks;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The president's tasks, done from the pages of the session as in the inbox: same form, same checks. */
@Component
@Transactional
public class PresidentTasks {

    private final Tasks tasks;
    private final InboxActs acts;

    PresidentTasks(Tasks tasks, InboxActs acts) {
        this.tasks = tasks;
        this.acts = acts;
    }

    /** Signs what the ballots give for the item. */
    public void signDecision(long itemId) {
        complete(new CaseRef(SessionCourse.ITEM, itemId), "sign-decision", Map.of("signed", List.of("true")));
    }

    /** Prolongs or postpones an item without quorum, as the form decide-without-quorum says. */
    public Submission withoutQuorum(long itemId, Map<String, List<String>> raw) {
        return complete(new CaseRef(SessionCourse.ITEM, itemId), "decide-without-quorum", raw);
    }

    public void signMinutes(long sessionId) {
        complete(new CaseRef(AllocationSessions.KIND, sessionId), "sign-minutes", Map.of("signed", List.of("true")));
    }

    private Submission complete(CaseRef of, String step, Map<String, List<String>> raw) {
        var task = tasks.open(of, step)
                .orElseThrow(() -> new UserError(HttpStatus.CONFLICT, "allocation.session.error.not-so"));
        return acts.complete(task, raw);
    }
}

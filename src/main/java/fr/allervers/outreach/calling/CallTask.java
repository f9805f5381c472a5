package fr.allervers.outreach.calling;

import fr.allervers.workflow.Tasks;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The engine's task « Appeler le foyer », so that the inbox shows the same holder as the queue. */
@Component
class CallTask {

    static final String STEP = "call-household";

    private final Tasks tasks;

    CallTask(Tasks tasks) {
        this.tasks = tasks;
    }

    Optional<String> open(long callId) {
        return tasks.open(CallDiary.caseOf(callId), STEP);
    }

    void give(String taskId, String username) {
        tasks.assign(taskId, username);
    }

    void giveBack(long callId) {
        open(callId).ifPresent(tasks::release);
    }

    void complete(String taskId, Map<String, Object> variables) {
        tasks.complete(taskId, variables);
    }
}

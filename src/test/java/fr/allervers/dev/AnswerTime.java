package fr.allervers.dev;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets the time of a candidate's answer pass where the clock cannot be moved. */
public final class AnswerTime {

    private AnswerTime() {}

    /** The last day to answer is over, and the engine finds out now: silence is a refusal, the next in rank is offered the dwelling. */
    public static void letPass(
            long candidateOutcomeId,
            JdbcClient jdbc,
            RuntimeService runtime,
            ManagementService management,
            Clock clock) {
        var today = LocalDate.now(clock);
        jdbc.sql("update candidate_outcome set offered_on = ?, answer_by = ? where id = ?")
                .params(today.minusDays(12), today.minusDays(1), candidateOutcomeId)
                .update();
        var outcome = jdbc.sql("select outcome_id from candidate_outcome where id = ?")
                .param(candidateOutcomeId)
                .query(String.class)
                .single();
        var process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(outcome, "allocation-offer")
                .singleResult();
        management.createJobQuery().processInstanceId(process.getId()).timers().list().stream()
                .filter(job -> job.getDuedate().after(Date.from(clock.instant())))
                .forEach(job -> management.setJobDuedate(job.getId(), Date.from(clock.instant())));
    }
}

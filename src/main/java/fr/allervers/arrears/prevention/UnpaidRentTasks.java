package fr.allervers.arrears.prevention;

import fr.allervers.shared.web.UserError;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of the tasks do, in the transaction that completes the task; the process reads the row afterwards. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class UnpaidRentTasks {

    private static final int PROMISE_DAYS = 60;
    private static final int DISPUTE_DAYS = 30;
    private static final Set<String> NOT_REACHED = Set.of("NO_ANSWER", "WRONG_NUMBER", "NOBODY", "GONE");

    private final UnpaidRents rents;
    private final CaseTurns turns;
    private final NextActs nextActs;
    private final LadderDays days;
    private final CaseDiary diary;
    private final Cases engine;
    private final Clock clock;

    UnpaidRentTasks(
            UnpaidRents rents,
            CaseTurns turns,
            NextActs nextActs,
            LadderDays days,
            CaseDiary diary,
            Cases engine,
            Clock clock) {
        this.rents = rents;
        this.turns = turns;
        this.nextActs = nextActs;
        this.days = days;
        this.diary = diary;
        this.engine = engine;
        this.clock = clock;
    }

    void complete(long id, String step, Map<String, Object> answers) {
        var rent = rents.lockById(id).orElseThrow();
        var task = step.replaceFirst("-late$", "");
        var outcome = String.valueOf(answers.get("outcome"));
        var note = answers.get("note") == null ? "" : answers.get("note").toString();
        diary.write(
                rent,
                task.equals("visit-tenant")
                        ? Timeline.Kind.VISIT
                        : task.equals("call-tenant") ? Timeline.Kind.CALL : Timeline.Kind.DECISION,
                task + "." + outcome,
                note,
                task.equals("assess-situation"));
        switch (task) {
            case "call-tenant" -> contact(rent, LadderStep.CALL, outcome, note, answers);
            case "visit-tenant" -> contact(rent, LadderStep.VISIT, outcome, note, answers);
            case "decide-next" -> decide(rent, outcome, answers);
            case "assess-situation" -> rent.ladder().mustDo(Pending.ASSESSED);
            case "check-deceased" -> checked(rent, outcome);
            default -> throw new IllegalArgumentException("No task " + step);
        }
        nextActs.refresh(rent);
    }

    private void contact(UnpaidRent rent, LadderStep step, String outcome, String note, Map<String, Object> answers) {
        rent.ladder().done(step, days.today());
        if (!NOT_REACHED.contains(outcome)) {
            rent.contacted(clock.instant());
        }
        switch (outcome) {
            case "PROMISE" ->
                turns.pause(rent, PauseReason.PROMISE, promised(answers).plusDays(1), note);
            case "DISPUTE" ->
                turns.pause(rent, PauseReason.DISPUTE, days.today().plusDays(DISPUTE_DAYS), note);
            case "MEETING", "REACHED" -> turns.answered(rent, Answer.CONTACTED);
            case "GONE" -> rent.ladder().mustDo(Pending.GONE);
            default -> {
                // Nobody was reached: the ladder goes on.
            }
        }
    }

    private LocalDate promised(Map<String, Object> answers) {
        var on = day(answers.get("promisedOn"));
        if (on.isBefore(days.today()) || on.isAfter(days.today().plusDays(PROMISE_DAYS))) {
            throw new UserError("arrears.error.promise-day");
        }
        return on;
    }

    private void decide(UnpaidRent rent, String outcome, Map<String, Object> answers) {
        rent.decided(days.today());
        switch (outcome) {
            case "WAIT" -> turns.waitUntil(rent, waited(answers));
            case "ASSESS" -> rent.ladder().mustDo(Pending.ASSESS);
            case "LITIGATION" -> turns.toLitigation(rent);
            default -> rent.climbAgain(days.today());
        }
    }

    private LocalDate waited(Map<String, Object> answers) {
        var until = day(answers.get("waitUntil"));
        if (!until.isAfter(days.today()) || until.isAfter(days.today().plusDays(PROMISE_DAYS))) {
            throw new UserError("arrears.error.wait-day");
        }
        return until;
    }

    private void checked(UnpaidRent rent, String outcome) {
        if (outcome.equals("ERROR") && rent.status() == CaseStatus.PAUSED) {
            turns.resume(rent);
            rents.flush();
            engine.correlate("case-turned", CaseDiary.ref(rent));
        }
    }

    private static LocalDate day(@Nullable Object answer) {
        return answer instanceof LocalDate day ? day : LocalDate.parse(String.valueOf(answer));
    }
}

package fr.allervers.allocation.outcome;

import fr.allervers.allocation.candidacy.PaperReceived;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sees when the document of a condition comes: in time when it is there on the last day, even if it is looked at later. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PapersWatched {

    private final OutcomeRows rows;
    private final OutcomeDiary diary;
    private final Cases cases;
    private final Clock clock;

    PapersWatched(OutcomeRows rows, OutcomeDiary diary, Cases cases, Clock clock) {
        this.rows = rows;
        this.diary = diary;
        this.cases = cases;
        this.clock = clock;
    }

    @EventListener
    public void received(PaperReceived event) {
        var today = LocalDate.now(clock);
        for (var one : rows.waitingFor(event.applicationId())) {
            if (one.paperKind() != event.kind()) {
                continue;
            }
            if (today.isAfter(Objects.requireNonNull(one.conditionDeadline()))) {
                rows.refused(one.id(), "LATE", "PAPER", clock.instant());
            } else if (rows.update(one.id(), Set.of(OutcomeState.WAITING), "paper = 'RECEIVED', paper_on = ?", today)) {
                diary.note(one, "outcome.log.paper-received", diary.name(one));
                cases.correlate("paper-received", new CaseRef(OfferSteps.KIND, one.outcomeId()));
            }
        }
    }
}

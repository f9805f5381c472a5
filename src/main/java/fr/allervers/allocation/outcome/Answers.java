package fr.allervers.allocation.outcome;

import fr.allervers.allocation.candidacy.ApplicationFiles;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What candidates answer to an offer, by their link or told to an officer. An answer that is not taken is recorded with its reason. */
@Component
@Transactional
public class Answers {

    private static final int WORDS = 500;

    private final OutcomeRows rows;
    private final ApplicationFiles applications;
    private final OutcomeDiary diary;
    private final Cases cases;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    Answers(
            OutcomeRows rows,
            ApplicationFiles applications,
            OutcomeDiary diary,
            Cases cases,
            CurrentStaff currentStaff,
            Clock clock) {
        this.rows = rows;
        this.applications = applications;
        this.diary = diary;
        this.cases = cases;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** Whether an answer was taken. */
    public enum Result {
        TAKEN,
        /** The last day to answer is over. */
        LATE,
        /** Nothing is offered to this candidate now: answered already, not yet their turn, or over. */
        NOT_OPEN
    }

    /**
     * An answer by link.
     *
     * @param refusal why it is refused; none when it is accepted
     */
    public Result byLink(long candidateOutcomeId, @Nullable Refusal refusal, String words) {
        return answer(rows.lockCandidate(candidateOutcomeId), refusal, words, "LINK");
    }

    /** An answer that was told or written to the officer; the same last day counts. */
    public Result atDesk(long candidateOutcomeId, @Nullable Refusal refusal, String words) {
        var of = rows.lockCandidate(candidateOutcomeId);
        var person = currentStaff.requireAgency(rows.require(of.outcomeId()).agencyId());
        if (!person.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR)) {
            throw new AccessDeniedException("Allocation officers note answers");
        }
        return answer(of, refusal, words, "DESK");
    }

    private Result answer(CandidateOutcome of, @Nullable Refusal refusal, String words, String how) {
        var wanted = refusal == null ? OutcomeState.ACCEPTED : OutcomeState.REFUSED;
        if (of.state() == wanted) {
            // The same once more: a page sent twice.
            return Result.TAKEN;
        }
        var late = of.answerBy() != null && LocalDate.now(clock).isAfter(of.answerBy());
        if (of.state() != OutcomeState.OFFERED || late) {
            var result = late ? Result.LATE : Result.NOT_OPEN;
            rows.refused(of.id(), result.name(), wanted.name(), clock.instant());
            return result;
        }
        var said = words.strip();
        rows.update(
                of.id(),
                Set.of(OutcomeState.OFFERED),
                "state = ?, answered_at = ?, answered_how = ?, refusal = ?, refusal_words = ?",
                wanted.name(),
                clock.instant(),
                how,
                refusal == null ? null : refusal.name(),
                said.isEmpty() ? null : said.substring(0, Math.min(said.length(), WORDS)));
        if (refusal != null) {
            applications.refusedFit(of.applicationId(), of.candidateId());
        }
        diary.note(of, "outcome.log." + wanted, diary.name(of));
        cases.correlate("offer-answered", new CaseRef(OfferSteps.KIND, of.outcomeId()));
        return Result.TAKEN;
    }

    /** Somebody opened the link and gave another birth date. */
    public void wrongPerson(long candidateOutcomeId) {
        rows.refused(candidateOutcomeId, "WRONG_PERSON", null, clock.instant());
    }

    public boolean isBirthDate(long candidateOutcomeId, LocalDate given) {
        var application =
                applications.require(rows.candidate(candidateOutcomeId).applicationId());
        return Objects.equals(application.birthDate(), given);
    }
}

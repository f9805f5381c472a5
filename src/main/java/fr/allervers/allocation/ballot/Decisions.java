package fr.allervers.allocation.ballot;

import fr.allervers.allocation.CandidateDecision;
import fr.allervers.allocation.DecisionKind;
import fr.allervers.allocation.count.Outcome;
import fr.allervers.allocation.count.Verdict;
import java.time.LocalDate;
import java.util.List;

/** The decisions that an outcome makes; the same for the signature, the minutes and the recount. */
public final class Decisions {

    private Decisions() {}

    /**
     * One per candidate.
     *
     * @param on day of the signature
     * @param conditionDays days that a missing document may take after it
     */
    public static List<CandidateDecision> of(Outcome outcome, LocalDate on, int conditionDays) {
        return outcome.verdicts().stream()
                .map(verdict -> decision(verdict, on.plusDays(conditionDays)))
                .toList();
    }

    private static CandidateDecision decision(Verdict verdict, LocalDate deadline) {
        var conditional = verdict.kind() == DecisionKind.CONDITIONAL_ALLOCATION;
        var reasons = verdict.kind().allocates() || !verdict.reasons().isEmpty()
                ? verdict.reasons()
                : List.of(DecisionReason.NO_MAJORITY.name());
        return new CandidateDecision(
                verdict.candidateId(),
                verdict.kind(),
                verdict.rank(),
                verdict.condition(),
                conditional ? deadline : null,
                reasons,
                verdict.words());
    }
}

package fr.allervers.allocation.outcome;

import fr.allervers.allocation.DecisionKind;
import fr.allervers.allocation.candidacy.PaperKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The decision on one candidate and what became of it, as kept.
 *
 * @param position the order in which the dwelling is proposed; none when it was not allocated to this candidate
 * @param paper MISSING, RECEIVED or ACCEPTED; none without a condition
 * @param notifiedOn the day from which delays count
 * @param answerBy the last day to answer
 */
public record CandidateOutcome(
        long id,
        long outcomeId,
        long candidateId,
        long applicationId,
        DecisionKind kind,
        @Nullable Integer position,
        @Nullable String conditionWords,
        @Nullable LocalDate conditionDeadline,
        @Nullable PaperKind paperKind,
        @Nullable String paper,
        @Nullable LocalDate paperOn,
        String reasonCodes,
        String words,
        OutcomeState state,
        @Nullable LocalDate notifiedOn,
        @Nullable LocalDate offeredOn,
        @Nullable LocalDate answerBy,
        @Nullable Instant answeredAt,
        @Nullable String answeredHow,
        @Nullable Refusal refusal,
        @Nullable String refusalWords,
        @Nullable LocalDate leaseOn,
        @Nullable String leaseCode,
        @Nullable LocalDate removalOn,
        int links) {

    boolean conditional() {
        return kind == DecisionKind.CONDITIONAL_ALLOCATION;
    }

    boolean paperIs(String state) {
        return state.equals(paper);
    }
}

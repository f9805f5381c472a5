package fr.allervers.allocation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on one candidate.
 *
 * @param rank from 1 on; none when the decision does not allocate
 * @param condition the document that must arrive, with a conditional allocation only
 * @param conditionDeadline the last day on which it may arrive, with a conditional allocation only
 * @param reasonCodes reasons from the list, most often given first; never empty when the decision does not allocate
 * @param words reasons in words; may be empty
 */
public record CandidateDecision(
        long candidateId,
        DecisionKind kind,
        @Nullable Integer rank,
        @Nullable String condition,
        @Nullable LocalDate conditionDeadline,
        List<String> reasonCodes,
        String words) {

    public CandidateDecision {
        reasonCodes = List.copyOf(reasonCodes);
    }
}

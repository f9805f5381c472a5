package fr.allervers.allocation.count;

import fr.allervers.allocation.DecisionKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ballots give for one candidate.
 *
 * @param rank from 1 on; none when the candidate is refused
 * @param condition the missing document, with a conditional allocation only
 * @param ranked ballots that rank the candidate
 * @param conditional those of them under a condition
 * @param nonAllocation ballots for a non-allocation
 * @param inadmissible ballots for inadmissibility
 * @param tieBroken whether the casting vote, or its absence, made the majority or the kind of refusal
 * @param reasons codes that the ballots of the same opinion give, most frequent first
 * @param words their reasons in words
 */
public record Verdict(
        long candidateId,
        DecisionKind kind,
        @Nullable Integer rank,
        @Nullable String condition,
        int ranked,
        int conditional,
        int nonAllocation,
        int inadmissible,
        boolean tieBroken,
        List<String> reasons,
        String words) {}

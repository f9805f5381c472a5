package fr.allervers.allocation.minutes;

import fr.allervers.allocation.CandidateDecision;
import fr.allervers.allocation.count.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A count and its decisions as the minutes write them; the recount writes its own and compares. */
final class OutcomeText {

    private OutcomeText() {}

    static Map<String, @Nullable Object> of(Outcome outcome) {
        var map = new HashMap<String, @Nullable Object>();
        map.put("electorate", outcome.quorum().electorate());
        map.put("required", outcome.quorum().required());
        map.put("participants", outcome.quorum().participants());
        map.put("quorum", outcome.quorum().reached());
        map.put("castingVoter", outcome.castingVoter());
        map.put("blank", outcome.blank());
        map.put(
                "totals",
                outcome.verdicts().stream()
                        .map(verdict -> Map.of(
                                "candidate", verdict.candidateId(),
                                "ranked", verdict.ranked(),
                                "conditional", verdict.conditional(),
                                "nonAllocation", verdict.nonAllocation(),
                                "inadmissible", verdict.inadmissible(),
                                "tieBroken", verdict.tieBroken()))
                        .toList());
        map.put(
                "rounds",
                outcome.rounds().stream()
                        .map(round -> Map.of(
                                "place", round.place(),
                                "winner", round.winner(),
                                "tied", round.tied(),
                                "votes", round.votes()))
                        .toList());
        return map;
    }

    static List<Map<String, @Nullable Object>> decisions(List<CandidateDecision> decisions) {
        return decisions.stream().map(OutcomeText::decision).toList();
    }

    private static Map<String, @Nullable Object> decision(CandidateDecision decision) {
        var map = new HashMap<String, @Nullable Object>();
        map.put("candidate", decision.candidateId());
        map.put("kind", decision.kind());
        map.put("rank", decision.rank());
        map.put("condition", decision.condition());
        map.put("deadline", decision.conditionDeadline());
        map.put("reasons", decision.reasonCodes());
        map.put("words", decision.words());
        return map;
    }
}

package fr.allervers.allocation.ballot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.allervers.allocation.count.Ballot;
import fr.allervers.allocation.count.Contender;
import fr.allervers.allocation.count.Elector;
import fr.allervers.allocation.count.Mark;
import fr.allervers.allocation.count.Opinion;
import fr.allervers.allocation.count.QuorumRule;
import fr.allervers.allocation.count.Vote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ballots and votes as canonical JSON, written and read. */
public final class BallotText {

    private static final ObjectMapper READER = new ObjectMapper();

    private BallotText() {}

    /** Any JSON text as a tree. */
    public static JsonNode tree(String json) {
        try {
            return READER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON", e);
        }
    }

    /** JSON as maps, lists, text, whole numbers and truths, to be written in canonical form again. */
    public static Object plain(JsonNode node) {
        return READER.convertValue(node, Object.class);
    }

    public static List<Object> marks(List<Mark> marks) {
        return marks.stream().map(BallotText::mark).map(Object.class::cast).toList();
    }

    private static Map<String, @Nullable Object> mark(Mark mark) {
        var map = new HashMap<String, @Nullable Object>();
        map.put("candidate", mark.candidateId());
        map.put("opinion", mark.opinion());
        map.put("rank", mark.rank());
        map.put("condition", mark.condition());
        map.put("reasons", mark.reasons().isEmpty() ? null : mark.reasons());
        map.put("words", mark.words().isBlank() ? null : mark.words());
        return map;
    }

    public static List<Mark> marks(JsonNode node) {
        var marks = new ArrayList<Mark>();
        for (var one : node) {
            var reasons = new ArrayList<String>();
            one.path("reasons").forEach(reason -> reasons.add(reason.asText()));
            marks.add(new Mark(
                    one.path("candidate").asLong(),
                    Opinion.valueOf(one.path("opinion").asText()),
                    one.has("rank") ? one.get("rank").asInt() : null,
                    one.has("condition") ? one.get("condition").asText() : null,
                    reasons,
                    one.path("words").asText("")));
        }
        return marks;
    }

    public static Ballot ballot(JsonNode node) {
        return new Ballot(node.path("voter").asLong(), node.path("castBy").asLong(), marks(node.path("marks")));
    }

    /** What a count depends on; the electors' names and capacities stand elsewhere. */
    public static Map<String, @Nullable Object> vote(Vote vote) {
        var map = new HashMap<String, @Nullable Object>();
        map.put(
                "contenders",
                vote.contenders().stream()
                        .map(one -> Map.of(
                                "id", one.id(), "appliedOn", one.appliedOn(), "uniqueNumber", one.uniqueNumber()))
                        .toList());
        map.put(
                "electors",
                vote.electors().stream()
                        .map(one -> Map.of("voter", one.voterId(), "recused", one.recused(), "present", one.present()))
                        .toList());
        map.put(
                "quorum",
                Map.of(
                        "members",
                        vote.quorum().members(),
                        "written",
                        vote.quorum().written()));
        map.put("mayor", vote.mayor());
        map.put("instead", vote.instead());
        return map;
    }

    public static Vote vote(JsonNode node) {
        var contenders = new ArrayList<Contender>();
        node.path("contenders")
                .forEach(one -> contenders.add(new Contender(
                        one.path("id").asLong(),
                        LocalDate.parse(one.path("appliedOn").asText()),
                        one.path("uniqueNumber").asText())));
        var electors = new ArrayList<Elector>();
        node.path("electors")
                .forEach(one -> electors.add(new Elector(
                        one.path("voter").asLong(),
                        one.path("recused").asBoolean(),
                        one.path("present").asBoolean())));
        var quorum = node.path("quorum");
        return new Vote(
                contenders,
                electors,
                new QuorumRule(
                        quorum.path("members").asInt(), quorum.path("written").asBoolean()),
                node.has("mayor") ? node.get("mayor").asLong() : null,
                node.has("instead") ? node.get("instead").asLong() : null);
    }
}

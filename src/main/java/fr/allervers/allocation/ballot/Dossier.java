package fr.allervers.allocation.ballot;

import fr.allervers.allocation.Candidate;
import fr.allervers.allocation.OfferedDwelling;
import fr.allervers.allocation.count.Contender;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the committee decides on, frozen as canonical JSON when the vote opens: what changes in the files later does not
 * change the vote.
 */
public record Dossier(
        String dwelling, String insee, @Nullable String quota, List<Line> lines) {

    /** A candidate as frozen. */
    public record Line(
            long id,
            String uniqueNumber,
            LocalDate appliedOn,
            String name,
            int score,
            boolean priority,
            boolean dalo,
            List<String> missing) {}

    static String write(OfferedDwelling dwelling, List<Candidate> candidates) {
        var map = new HashMap<String, @Nullable Object>();
        map.put(
                "dwelling",
                dwelling.code() + ", " + dwelling.typology() + ", " + dwelling.address() + ", " + dwelling.commune());
        map.put("insee", dwelling.insee());
        map.put("quota", dwelling.reservationHolder());
        map.put(
                "candidates",
                candidates.stream()
                        .map(one -> Map.of(
                                "id", one.id(),
                                "uniqueNumber", one.uniqueNumber(),
                                "appliedOn", one.appliedOn(),
                                "name", one.name(),
                                "score", one.score(),
                                "priority", one.priority(),
                                "dalo", one.dalo(),
                                "missing", one.missingDocuments()))
                        .toList());
        return Canonical.write(map);
    }

    public static Dossier read(String json) {
        var tree = BallotText.tree(json);
        var lines = new ArrayList<Line>();
        for (var one : tree.path("candidates")) {
            var missing = new ArrayList<String>();
            one.path("missing").forEach(document -> missing.add(document.asText()));
            lines.add(new Line(
                    one.path("id").asLong(),
                    one.path("uniqueNumber").asText(),
                    LocalDate.parse(one.path("appliedOn").asText()),
                    one.path("name").asText(),
                    one.path("score").asInt(),
                    one.path("priority").asBoolean(),
                    one.path("dalo").asBoolean(),
                    missing));
        }
        return new Dossier(
                tree.path("dwelling").asText(),
                tree.path("insee").asText(),
                tree.has("quota") ? tree.get("quota").asText() : null,
                lines);
    }

    Map<Long, List<String>> documents() {
        var documents = new HashMap<Long, List<String>>();
        lines.forEach(line -> documents.put(line.id(), line.missing()));
        return documents;
    }

    public List<Contender> contenders() {
        return lines.stream()
                .map(line -> new Contender(line.id(), line.appliedOn(), line.uniqueNumber()))
                .toList();
    }
}

package fr.allervers.allocation.ballot.web;

import fr.allervers.allocation.count.Mark;
import fr.allervers.allocation.count.Opinion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A ballot's fields: for each candidate {@code avis-ID} (a rank, NON, IRR or nothing), {@code condition-ID}, {@code motif-ID}, {@code mots-ID}. */
final class BallotForm {

    private static final String OPINION = "avis-";
    private static final int WORDS = 300;

    private BallotForm() {}

    /** The marks as sent; none when something cannot even be read. */
    static Optional<List<Mark>> marks(MultiValueMap<String, String> sent) {
        if (sent.containsKey("blanc")) {
            return Optional.of(List.of());
        }
        var marks = new ArrayList<Mark>();
        try {
            for (var name : sent.keySet()) {
                if (name.startsWith(OPINION)) {
                    mark(name.substring(OPINION.length()), sent).ifPresent(marks::add);
                }
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(marks);
    }

    private static Optional<Mark> mark(String id, MultiValueMap<String, String> sent) {
        var opinion = text(sent.getFirst(OPINION + id));
        if (opinion.isEmpty()) {
            return Optional.empty();
        }
        var candidate = Long.parseLong(id);
        var words = text(sent.getFirst("mots-" + id));
        var cut = words.length() > WORDS ? words.substring(0, WORDS) : words;
        if (opinion.equals("NON") || opinion.equals("IRR")) {
            var reasons = Objects.requireNonNullElse(sent.get("motif-" + id), List.<String>of()).stream()
                    .filter(reason -> !reason.isBlank())
                    .map(reason -> fr.allervers.allocation.ballot.DecisionReason.valueOf(reason)
                            .name())
                    .distinct()
                    .toList();
            return Optional.of(new Mark(
                    candidate,
                    opinion.equals("NON") ? Opinion.NON_ALLOCATION : Opinion.INADMISSIBLE,
                    null,
                    null,
                    reasons,
                    cut));
        }
        var condition = text(sent.getFirst("condition-" + id));
        return Optional.of(new Mark(
                candidate,
                Opinion.RANKED,
                Integer.valueOf(opinion),
                condition.isEmpty() ? null : condition,
                List.of(),
                cut));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}

package fr.allervers.allocation.candidacy;

import fr.allervers.workflow.Decisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The landlord's tables: points (allocation-score.dmn) and rooms (allocation-fit.dmn). */
@Component
class LandlordGrid {

    private static final String SCORE = "allocation-score";

    private final Decisions decisions;

    LandlordGrid(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Points and where they come from.
     *
     * @param version version tag of the grid
     * @param reasons one rule a line, « +20 Reconnu prioritaire (DALO) »
     */
    record Score(int points, @Nullable String version, String reasons) {}

    Fit fit(int persons, int rooms) {
        var fit = decisions
                .evaluate("allocation-fit", Map.of("persons", persons, "rooms", rooms))
                .get("fit");
        return Fit.valueOf(String.valueOf(fit));
    }

    /** @param months since the application, whole */
    Score score(HousingApplication application, int months, Fit fit, double effortRate) {
        var rules = decisions.evaluateAll(
                SCORE,
                Map.of(
                        "dalo", application.dalo(),
                        "priorities", application.kinds().size(),
                        "situation", application.situation().name(),
                        "months", months,
                        "fit", fit.name(),
                        "effort", effortRate,
                        "refusals", application.refusals()));
        var points = 0;
        List<String> reasons = new ArrayList<>();
        for (var rule : rules) {
            var given = ((Number) Objects.requireNonNull(rule.get("points"))).intValue();
            points += given;
            reasons.add("%+d %s".formatted(given, rule.get("reason")));
        }
        return new Score(points, decisions.version(SCORE), String.join("\n", reasons));
    }
}

package fr.allervers.allocation.candidacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candidacy as the officer sees it, with the figures that the committee will read.
 *
 * @param overCeiling none when the ceiling or the tax income is not known
 * @param scoreReasons one rule a line
 */
public record CandidateLine(
        long id,
        long applicationId,
        String uniqueNumber,
        String name,
        LocalDate appliedOn,
        String summary,
        long resourcesCents,
        @Nullable BigDecimal effortRate,
        long leftToLiveCents,
        Fit fit,
        @Nullable Long ceilingCents,
        boolean ceilingToConfirm,
        @Nullable Long taxIncomeCents,
        boolean priority,
        boolean dalo,
        int score,
        @Nullable String scoreVersion,
        String scoreReasons,
        String state,
        int missing) {

    public @Nullable Boolean overCeiling() {
        return ceilingCents == null || taxIncomeCents == null ? null : taxIncomeCents > ceilingCents;
    }

    public List<String> reasons() {
        return scoreReasons.lines().toList();
    }
}

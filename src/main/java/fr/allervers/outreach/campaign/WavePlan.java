package fr.allervers.outreach.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor decides of a wave.
 *
 * @param opensOn the day on which it opens by itself; none: by hand
 * @param deadlineOn the last day for its calls
 */
public record WavePlan(
        String name, Audience audience, @Nullable LocalDate opensOn, LocalDate deadlineOn) {}

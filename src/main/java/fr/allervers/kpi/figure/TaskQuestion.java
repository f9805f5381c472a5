package fr.allervers.kpi.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks are asked for. What is none is not asked for.
 *
 * @param kinds of cases; empty for all
 * @param dueSlot, ageSlot as counted in {@code kpi_queue}
 * @param outcome of tasks that ended
 */
public record TaskQuestion(
        List<String> kinds,
        @Nullable String step,
        @Nullable String group,
        boolean late,
        @Nullable Integer dueSlot,
        @Nullable Integer ageSlot,
        @Nullable String outcome) {}

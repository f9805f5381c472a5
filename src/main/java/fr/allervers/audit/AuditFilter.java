package fr.allervers.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for. Whatever is left out filters nothing.
 *
 * @param staffId who did it
 * @param householdId whom it concerns
 * @param subjectKind and {@code subjectId}: what it was about
 * @param from first day, {@code until} last day, both included
 */
public record AuditFilter(
        @Nullable Long staffId,
        @Nullable Long householdId,
        @Nullable String subjectKind,
        @Nullable Long subjectId,
        @Nullable Act act,
        @Nullable Outcome outcome,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {}

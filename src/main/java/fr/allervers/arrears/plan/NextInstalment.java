package fr.allervers.arrears.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a plan asks for next.
 *
 * @param missingCents what is left to pay of it
 * @param breachOn since when an instalment is missed
 */
public record NextInstalment(
        long caseId,
        long leaseId,
        long planId,
        LocalDate dueOn,
        long missingCents,
        @Nullable LocalDate breachOn) {}

package fr.allervers.allocation.candidacy;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an application says, as typed or imported and read by {@link ApplicationReader}. Amounts are cents.
 *
 * @param uniqueNumber letters and digits, without spaces
 * @param agencyCode the register's code of the agency that follows it
 * @param mobile in E.164
 * @param adults of 14 years and more, at least one
 * @param children below 14
 * @param resourcesCents of the household, a month
 * @param taxIncomeCents revenu fiscal de référence, a year
 * @param aidCents housing aid expected, a month
 * @param communes INSEE codes of those wanted
 * @param rooms wanted
 * @param householdCode the register's code when it lives with us already and asks for a transfer
 */
public record ApplicationEntry(
        String uniqueNumber,
        LocalDate appliedOn,
        String agencyCode,
        @Nullable String civility,
        String lastName,
        String firstName,
        LocalDate birthDate,
        @Nullable String email,
        @Nullable String mobile,
        String address,
        String postcode,
        String commune,
        String language,
        int adults,
        int children,
        boolean disabled,
        boolean youngCouple,
        long resourcesCents,
        @Nullable Long taxIncomeCents,
        @Nullable Integer taxYear,
        long aidCents,
        Situation situation,
        Set<PriorityKind> priorities,
        @Nullable LocalDate daloOn,
        Set<String> communes,
        @Nullable Integer rooms,
        String words,
        @Nullable String householdCode) {

    public ApplicationEntry {
        priorities = Set.copyOf(priorities);
        communes = Set.copyOf(communes);
    }
}

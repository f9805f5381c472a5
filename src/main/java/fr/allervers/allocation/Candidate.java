package fr.allervers.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application proposed for a dwelling, as the committee examines it.
 *
 * @param uniqueNumber of the application in the national register (numéro unique, CCH L441-2-1)
 * @param appliedOn day of the first application; the older goes first on a tie
 * @param summary household and situation in a few words, in French
 * @param resourcesCents what the household has a month, in cents
 * @param effortRate taux d'effort: rent and charges less housing aid, in percent of the resources; none without resources
 * @param leftToLiveCents reste à vivre per consumption unit and day, in cents; below zero when the rent exceeds the resources
 * @param score points of the landlord's grid (CCH L441-2-8): they help to decide and decide nothing
 * @param priority one of the law's priority kinds
 * @param dalo recognised as having priority by the DALO commission
 * @param missingDocuments the listed documents that have not come, in French; only these can be a condition
 */
public record Candidate(
        long id,
        long offeredDwellingId,
        String uniqueNumber,
        LocalDate appliedOn,
        String name,
        String summary,
        long resourcesCents,
        @Nullable BigDecimal effortRate,
        long leftToLiveCents,
        int score,
        boolean priority,
        boolean dalo,
        List<String> missingDocuments) {

    public Candidate {
        missingDocuments = List.copyOf(missingDocuments);
    }
}

package fr.allervers.ledger;

import fr.allervers.tenancy.Household;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An account as its page shows it.
 *
 * @param asOf when it was read
 * @param months the months shown, latest first; none for who may see the balance only
 */
public record AccountSheet(
        Household household,
        AccountLine line,
        Standing standing,
        List<Hold> holds,
        Instant asOf,
        List<Month> months,
        boolean withEntries,
        boolean mayBook) {

    /**
     * A month of an account.
     *
     * @param first its first day
     * @param chargedCents what became due, less what was reversed of it
     * @param paidCents what the household and the aid paid, less what was taken back
     * @param endCents balance at its end
     * @param lines latest first
     */
    public record Month(LocalDate first, long chargedCents, long paidCents, long endCents, List<Line> lines) {}

    /** An entry and the balance after it. */
    public record Line(Entry entry, long afterCents) {}
}

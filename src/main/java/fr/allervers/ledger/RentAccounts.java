package fr.allervers.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rent accounts, for the processes: it asks for no right, the caller has. A lease without entries has an empty account.
 * Every movement publishes {@link AccountsMoved} in its transaction.
 */
@Component
@Transactional(readOnly = true)
public class RentAccounts {

    private final StandingQuery standings;
    private final EntryQuery entries;
    private final EntryBook book;
    private final Holds holds;

    RentAccounts(StandingQuery standings, EntryQuery entries, EntryBook book, Holds holds) {
        this.standings = standings;
        this.entries = entries;
        this.book = book;
        this.holds = holds;
    }

    /**
     * How the account of this lease stands at the end of this day.
     *
     * @throws UnknownAccount when there is no such lease
     */
    public Standing standing(long leaseId, LocalDate on) {
        var found = standings.of(List.of(leaseId), on).get(leaseId);
        if (found == null) {
            throw new UnknownAccount(leaseId);
        }
        return found;
    }

    /** The same for many, in one query; unknown leases are left out. */
    public Map<Long, Standing> standings(Collection<Long> leaseIds, LocalDate on) {
        return standings.of(leaseIds, on);
    }

    /**
     * Accounts that owe at least this much, held parts included, at the end of this day; by lease, in one query over all
     * accounts. The next slice begins after the last lease of this one.
     *
     * @param atLeastCents above zero
     * @param afterLeaseId 0 for the first slice
     */
    public List<Standing> inDebt(LocalDate on, long atLeastCents, long afterLeaseId, int limit) {
        return standings.inDebt(on, atLeastCents, afterLeaseId, limit);
    }

    /** Entries whose value day is in this span, both days included, oldest first. */
    public List<Entry> entries(long leaseId, LocalDate from, LocalDate to) {
        return entries.of(leaseId, from, to);
    }

    /** Payments by the household in this span that nothing took back, oldest first, by lease: for the instalments of plans. */
    public Map<Long, List<Entry>> payments(Collection<Long> leaseIds, LocalDate from, LocalDate to) {
        return entries.payments(leaseIds, from, to);
    }

    /**
     * Books an entry.
     *
     * @return false when the key was booked before
     */
    @Transactional
    public boolean book(Booking booking) {
        return book.book(booking);
    }

    /**
     * Takes an entry back by its opposite (contre-passation), today.
     *
     * @throws fr.allervers.shared.web.UserError 409 when it is reversed already or is a reversal itself
     */
    @Transactional
    public void reverse(long entryId, String reason) {
        book.reverse(entryId, reason);
    }

    /** Holds a part of the debt and says under which number. */
    @Transactional
    public long hold(Hold hold) {
        return holds.place(hold);
    }

    /** Lifts a hold; lifting it twice does nothing. */
    @Transactional
    public void lift(long holdId) {
        holds.lift(holdId);
    }

    /** Holds of this lease that count on this day. */
    public List<Hold> holds(long leaseId, LocalDate on) {
        return holds.of(leaseId, on);
    }
}

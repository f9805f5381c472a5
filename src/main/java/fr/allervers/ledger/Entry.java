package fr.allervers.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a rent account, as booked.
 *
 * @param amountCents above zero when the tenant owes more by it, below when less
 * @param valueOn the day from which it counts
 * @param period first day of the month that it is about
 * @param reference the bank's or the landlord's, « EndToEndId »
 * @param reversesId the entry that this one takes back
 * @param reversedById the entry that took this one back
 * @param reason why a person booked it
 */
public record Entry(
        long id,
        long leaseId,
        EntryKind kind,
        @Nullable Means means,
        long amountCents,
        LocalDate valueOn,
        LocalDate period,
        String label,
        @Nullable String reference,
        @Nullable Long reversesId,
        @Nullable Long reversedById,
        @Nullable Long importId,
        Instant bookedAt,
        String bookedBy,
        @Nullable String reason) {}

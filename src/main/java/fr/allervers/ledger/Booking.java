package fr.allervers.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be booked by a person or a process.
 *
 * @param key names this booking, at most 80 letters: the same key again books nothing
 * @param amountCents above zero, 10 million euros at most; the kind says in which way it counts
 * @param means for payments
 * @param reason kept with the entry
 */
public record Booking(
        String key,
        long leaseId,
        EntryKind kind,
        @Nullable Means means,
        long amountCents,
        LocalDate valueOn,
        String label,
        @Nullable String reason) {}

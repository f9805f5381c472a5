package fr.allervers.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A part of a debt that is not to be collected between two days, both included.
 *
 * @param untilOn none: until lifted
 */
public record Hold(
        long id,
        long leaseId,
        HoldKind kind,
        long amountCents,
        LocalDate fromOn,
        @Nullable LocalDate untilOn,
        String reason,
        String placedBy) {}

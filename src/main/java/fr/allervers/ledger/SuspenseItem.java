package fr.allervers.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A movement that nobody could attribute.
 *
 * @param amountCents above zero when money went back, below when it came in
 * @param candidates accounts that it may be for
 */
public record SuspenseItem(
        long id,
        Doubt doubt,
        EntryKind kind,
        @Nullable Means means,
        long amountCents,
        LocalDate valueOn,
        @Nullable String reference,
        String remittance,
        @Nullable String payerName,
        @Nullable String payerIban,
        long importId,
        int lineNo,
        List<AccountLine> candidates) {}

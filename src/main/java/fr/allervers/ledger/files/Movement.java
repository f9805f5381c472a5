package fr.allervers.ledger.files;

import fr.allervers.ledger.EntryKind;
import fr.allervers.ledger.Means;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A movement that a file tells of.
 *
 * @param amountCents above zero when the tenant owes more by it, below when less
 * @param period first day of the month that it is about
 * @param leaseCode code of the lease or of the household, when the file has a column for it
 * @param reference EndToEndId, or the landlord's reference
 * @param remittance what the payer wrote; empty when nothing
 * @param origin what the bank, or the landlord's software, says of where it comes from
 */
public record Movement(
        int line,
        EntryKind kind,
        @Nullable Means means,
        long amountCents,
        LocalDate valueOn,
        LocalDate period,
        String label,
        @Nullable String leaseCode,
        @Nullable String reference,
        String remittance,
        @Nullable String payerName,
        @Nullable String payerIban,
        Origin origin)
        implements LedgerFile.Item {

    /**
     * Where a movement comes from, and so which one it is.
     *
     * @param source "csv", "053", "054", "cfonb"
     * @param account the landlord's bank account
     * @param number the bank's reference of the entry, or the number that the landlord's software gives
     * @param bookedOn the bank's booking day
     * @param entryCents amount of the whole entry, which may be a batch
     * @param part the payment's own reference, or its place, within a batch that is told payment by payment
     * @param batchOnly whether it is the sum of a batch whose payments are not told
     */
    public record Origin(
            String source,
            @Nullable String account,
            @Nullable String number,
            LocalDate bookedOn,
            long entryCents,
            @Nullable String part,
            boolean batchOnly,
            @Nullable Statement statement) {}

    /**
     * The statement or notice that it stands on.
     *
     * @param number the bank's, with the page where there are several
     */
    public record Statement(String account, String source, String number, LocalDate madeOn) {}
}

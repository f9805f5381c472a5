package fr.allervers.ledger.files;

import fr.allervers.ledger.EntryKind;
import fr.allervers.ledger.Means;
import fr.allervers.ledger.files.LedgerFile.BadLine;
import fr.allervers.ledger.files.LedgerFile.Item;
import fr.allervers.ledger.files.Movement.Origin;
import fr.allervers.shared.imports.FileRefused;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An entry (Ntry) of a statement, with no payment told, one, or many. */
final class CamtEntry {

    private static final Set<String> NO_REFERENCE = Set.of("NOTPROVIDED", "NONREF", "NOTAVAILABLE", "0");
    private static final Map<String, Means> MEANS = Map.of(
            "IDDT",
            Means.DIRECT_DEBIT,
            "RDDT",
            Means.DIRECT_DEBIT,
            "RCHQ",
            Means.CHEQUE,
            "ICHQ",
            Means.CHEQUE,
            "CCRD",
            Means.CARD,
            "MCRD",
            Means.CARD,
            "CNTR",
            Means.CASH);

    private final CamtStatement statement;
    private @Nullable String reference;
    private @Nullable Long cents;
    private boolean debit;
    private boolean reversal;
    private String status = "BOOK";
    private @Nullable LocalDate bookedOn;
    private @Nullable LocalDate valueOn;
    private String family = "";
    private String words = "";
    private boolean batch;
    private @Nullable XmlTree held;
    private int payments;
    private long told;
    private boolean allTold = true;

    CamtEntry(CamtStatement statement) {
        this.statement = statement;
    }

    /** An item that does not know its number yet. */
    interface Numbered {
        Item at(int line);
    }

    void take(String name, XmlTree tree) {
        switch (name) {
            case "Amt" -> cents = CamtStatement.cents(tree);
            case "CdtDbtInd" -> debit = tree.text().equals("DBIT");
            case "RvslInd" ->
                reversal = tree.text().equals("true") || tree.text().equals("1");
            case "Sts" -> status = Objects.requireNonNullElse(tree.text("Cd"), tree.text());
            case "BookgDt" -> bookedOn = CamtStatement.day(tree.text("Dt", "DtTm"));
            case "ValDt" -> valueOn = CamtStatement.day(tree.text("Dt", "DtTm"));
            case "AcctSvcrRef" -> reference = known(tree.text());
            case "BkTxCd" -> family = String.valueOf(tree.text("Domn/Fmly/Cd"));
            case "AddtlNtryInf" -> words = tree.text();
            default -> {
                // of no use here
            }
        }
    }

    void batchOf(@Nullable String number) {
        batch = number != null && !number.equals("1") && !number.equals("0");
    }

    /** Takes a payment told within the entry; the first waits, since a single one is the entry itself. */
    void payment(XmlTree details, Consumer<Numbered> to) {
        payments++;
        if (payments == 1) {
            held = details;
            return;
        }
        var first = held;
        if (first != null) {
            to.accept(movement(first, 1));
            held = null;
        }
        to.accept(movement(details, payments));
    }

    /** Ends the entry. */
    void end(Consumer<Numbered> to) {
        if (payments < 2) {
            to.accept(movement(held, 0));
        } else if (allTold && cents != null && told != Math.abs(cents)) {
            throw new FileRefused("ledger.refused.batch", Objects.requireNonNullElse(reference, words));
        }
    }

    boolean isBooked() {
        return status.equals("BOOK");
    }

    /** As the bank counts: above zero when money came in. */
    long bankCents() {
        return cents == null ? 0 : debit ? -cents : cents;
    }

    /** @param place of the payment within a batch, from 1; 0 when the entry is one payment, or tells none */
    private Numbered movement(@Nullable XmlTree details, int place) {
        var amount = place == 0 ? cents : amount(details);
        if (place > 0 && amount != null) {
            told += amount;
        }
        allTold &= amount != null;
        var remittance = remittance(details);
        var problem = problem(amount, details);
        if (problem != null) {
            return line -> new BadLine(line, problem, (amount == null ? "" : amount / 100.0 + " ") + remittance);
        }
        var cameBack = debit;
        var day = Objects.requireNonNullElse(bookedOn, statement.asRecord().madeOn());
        var value = Objects.requireNonNullElse(valueOn, day);
        var paid = Objects.requireNonNull(amount);
        var origin = new Origin(
                statement.asRecord().source(),
                BankAccount.domestic(statement.asRecord().account()),
                reference,
                day,
                bankCents(),
                place == 0 ? null : part(details, place),
                details == null && batch,
                statement.asRecord());
        return line -> new Movement(
                line,
                cameBack ? EntryKind.REJECTED_DEBIT : EntryKind.PAYMENT,
                MEANS.getOrDefault(family, Means.TRANSFER),
                cameBack ? paid : -paid,
                value,
                value.withDayOfMonth(1),
                remittance.isEmpty() ? words : remittance,
                null,
                endToEnd(details),
                remittance,
                name(details),
                iban(details),
                origin);
    }

    private @Nullable String problem(@Nullable Long amount, @Nullable XmlTree details) {
        if (!isBooked()) {
            return "écriture annoncée, pas encore comptabilisée par la banque";
        }
        if (amount == null || amount <= 0) {
            return "montant en euros manquant";
        }
        var returned = details != null && details.at("RtrInf") != null;
        return debit && !returned && !reversal && MEANS.get(family) != Means.DIRECT_DEBIT
                ? "sortie d’argent, qui n’est pas un rejet de paiement"
                : null;
    }

    private static @Nullable Long amount(@Nullable XmlTree details) {
        if (details == null) {
            return null;
        }
        var own = details.at("Amt");
        return CamtStatement.cents(own == null ? details.at("AmtDtls/TxAmt/Amt") : own);
    }

    private static String part(@Nullable XmlTree details, int place) {
        var own = details == null ? null : known(details.text("Refs/AcctSvcrRef", "Refs/TxId"));
        return own == null ? String.valueOf(place) : own + "#" + place;
    }

    private static String remittance(@Nullable XmlTree details) {
        var information = details == null ? null : details.at("RmtInf");
        if (information == null) {
            return "";
        }
        var structured = information.text("Strd/CdtrRefInf/Ref");
        var free = information.all("Ustrd").stream().map(XmlTree::text).collect(Collectors.joining(" "));
        var all = structured == null ? free : structured + " " + free;
        return all.length() > 300 ? all.substring(0, 300) : all.strip();
    }

    private static @Nullable String endToEnd(@Nullable XmlTree details) {
        return details == null ? null : known(details.text("Refs/EndToEndId"));
    }

    /** The tenant is the debtor, whether the money comes in or goes back. */
    private static @Nullable String name(@Nullable XmlTree details) {
        var name = details == null ? null : details.text("RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm");
        return name != null && name.length() > 140 ? name.substring(0, 140) : name;
    }

    private static @Nullable String iban(@Nullable XmlTree details) {
        var iban = details == null ? null : details.text("RltdPties/DbtrAcct/Id/IBAN");
        return iban == null || iban.length() > 34 ? null : BankAccount.plain(iban);
    }

    private static @Nullable String known(@Nullable String reference) {
        if (reference == null
                || reference.isBlank()
                || NO_REFERENCE.contains(reference.strip().toUpperCase(java.util.Locale.ROOT))) {
            return null;
        }
        return reference.length() > 70 ? reference.substring(0, 70) : reference;
    }
}

package fr.allervers.ledger.files;

import fr.allervers.ledger.files.Movement.Statement;
import fr.allervers.shared.Money;
import fr.allervers.shared.imports.FileRefused;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a camt statement or notice says of itself, and whether its entries add up to it. */
final class CamtStatement {

    private final String source;
    private String id = "";
    private String page = "";
    private String account = "";
    private @Nullable LocalDate madeOn;
    private @Nullable LocalDate closedOn;
    private @Nullable Long opening;
    private @Nullable Long closing;
    private @Nullable Integer announced;
    private int entries;
    private long sum;
    private @Nullable Statement asRecord;

    CamtStatement(String source) {
        this.source = source;
    }

    /** Takes one of its elements, read whole. */
    void take(String name, XmlTree tree) {
        switch (name) {
            case "Id" -> id = tree.text();
            case "StmtPgntn", "NtfctnPgntn" -> page = String.valueOf(tree.text("PgNb"));
            case "CreDtTm" -> madeOn = day(tree.text());
            case "Acct" -> account = BankAccount.plain(String.valueOf(tree.text("Id/IBAN", "Id/Othr/Id")));
            case "Bal" -> balance(tree);
            case "TxsSummry" -> {
                var count = tree.text("TtlNtries/NbOfNtries");
                announced = count != null && count.matches("\\d{1,9}") ? Integer.valueOf(count) : null;
            }
            default -> {
                // what else a statement says is of no use here
            }
        }
    }

    private void balance(XmlTree tree) {
        var code = tree.text("Tp/CdOrPrtry/Cd");
        var cents = cents(tree.at("Amt"));
        if (code == null || cents == null) {
            return;
        }
        var signed = "DBIT".equals(tree.text("CdtDbtInd")) ? -cents : cents;
        if (code.equals("OPBD") || code.equals("PRCD")) {
            opening = signed;
        } else if (code.equals("CLBD")) {
            closing = signed;
            closedOn = day(tree.text("Dt/Dt", "Dt/DtTm"));
        }
    }

    Statement asRecord() {
        if (asRecord == null) {
            var day = closedOn == null ? madeOn : closedOn;
            if (account.isEmpty() || account.equals("null") || day == null) {
                throw new FileRefused("ledger.refused.camt-account");
            }
            var number = page.isEmpty() ? id : id + "/" + page;
            asRecord = new Statement(account, source, number.length() > 60 ? number.substring(0, 60) : number, day);
        }
        return asRecord;
    }

    void count(CamtEntry entry) {
        entries++;
        sum += entry.isBooked() ? entry.bankCents() : 0;
    }

    /**
     * Ends the statement.
     *
     * @throws FileRefused when its number of entries or its balances contradict the entries
     */
    void close() {
        asRecord();
        if (announced != null && announced != entries) {
            throw new FileRefused("ledger.refused.count", id, announced, entries);
        }
        if (opening != null && closing != null && opening + sum != closing) {
            throw new FileRefused("ledger.refused.balance", id);
        }
    }

    static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Cents of an amount in euros; none for another currency or no amount. */
    static @Nullable Long cents(@Nullable XmlTree amount) {
        if (amount == null || !"EUR".equals(amount.currency())) {
            return null;
        }
        // The standard allows five decimals; more than two that are not zero are no euros.
        var text = amount.text().replaceFirst("(\\.\\d\\d)0+$", "$1").replaceFirst("\\.$", "");
        return Money.read(text).map(Money::cents).orElse(null);
    }
}

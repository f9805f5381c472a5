package fr.allervers.ledger.files;

import fr.allervers.ledger.EntryKind;
import fr.allervers.ledger.files.CsvWords.Nature;
import fr.allervers.ledger.files.Movement.Origin;
import fr.allervers.shared.Money;
import fr.allervers.shared.imports.CsvFormat;
import fr.allervers.shared.imports.CsvFormat.Content;
import fr.allervers.shared.imports.CsvLines;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A landlord's CSV, by its mapping: charges, aid and payments of any software. */
public final class MappedCsvFile implements LedgerFile {

    private final CsvLines lines;
    private final CsvMapping mapping;

    /** Lines that follow one another are mostly of one day, and reading a day costs more than the rest of its line. */
    private @Nullable String lastDayText;

    private @Nullable LocalDate lastDay;

    public MappedCsvFile(Content content, CsvFormat format, CsvMapping mapping) throws IOException {
        this.lines = new CsvLines(content, format);
        this.mapping = mapping;
    }

    private static final class BadCell extends Exception {
        private static final long serialVersionUID = 1L;

        BadCell(String reason) {
            super(reason, null, false, false);
        }
    }

    @Override
    public @Nullable Item next() {
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (line.cells().stream().allMatch(String::isBlank)) {
                continue;
            }
            try {
                return movement(line);
            } catch (BadCell e) {
                return new BadLine(line.number(), String.valueOf(e.getMessage()), String.join(";", line.cells()));
            }
        }
        return null;
    }

    private Movement movement(CsvLines.Line line) throws BadCell {
        var cells = line.cells();
        var nature = nature(cells);
        var amount = amount(cells, nature);
        var kind = kind(nature, amount, cells);
        var valueOn = day(cell(CsvField.VALUE_DATE, cells), "date");
        var periodCell = cell(CsvField.PERIOD, cells);
        var period = periodCell == null ? valueOn.withDayOfMonth(1) : CsvWords.month(periodCell);
        if (period == null) {
            throw new BadCell("période : mois attendu, par exemple 11/2026");
        }
        var means = CsvWords.means(cell(CsvField.MEANS, cells));
        var label = cell(CsvField.LABEL, cells);
        var lease = cell(CsvField.LEASE, cells);
        var cents = kind.isDebit() ? Math.abs(amount) : -Math.abs(amount);
        return new Movement(
                line.number(),
                kind,
                kind == EntryKind.PAYMENT && means == null ? (nature == null ? null : nature.means()) : means,
                cents,
                valueOn,
                period,
                label == null ? "" : label,
                lease == null ? null : lease.toUpperCase(Locale.ROOT),
                cut(cell(CsvField.REFERENCE, cells), 70),
                label == null ? "" : label.substring(0, Math.min(300, label.length())),
                cut(cell(CsvField.PAYER_NAME, cells), 140),
                iban(cell(CsvField.PAYER_IBAN, cells)),
                new Origin(
                        "csv", null, cut(cell(CsvField.ENTRY_NUMBER, cells), 70), valueOn, cents, null, false, null));
    }

    private @Nullable Nature nature(List<String> cells) throws BadCell {
        var words = cell(CsvField.KIND, cells);
        if (words == null) {
            return null;
        }
        var nature = CsvWords.nature(words);
        if (nature == null) {
            throw new BadCell("nature inconnue : " + (words.length() > 40 ? words.substring(0, 40) + "…" : words));
        }
        return nature;
    }

    /** Above zero as the nature says; with two columns, debit above zero and credit below. */
    private long amount(List<String> cells, @Nullable Nature nature) throws BadCell {
        var single = cell(CsvField.AMOUNT, cells);
        var debit = cell(CsvField.DEBIT, cells);
        var credit = cell(CsvField.CREDIT, cells);
        long cents;
        if (single != null) {
            cents = cents(single);
        } else if (debit == null && credit == null) {
            throw new BadCell("montant manquant");
        } else {
            var due = (debit == null ? 0 : cents(debit)) - (credit == null ? 0 : cents(credit));
            cents = nature == null ? due : nature.kind().isDebit() ? due : -due;
        }
        if (cents == 0) {
            throw new BadCell("montant nul");
        }
        return cents;
    }

    /** What stands below zero goes the other way: a charge becomes a credit, a payment one that was taken back. */
    private static EntryKind kind(@Nullable Nature nature, long amount, List<String> cells) throws BadCell {
        if (nature == null) {
            return amount > 0 ? EntryKind.OTHER_CHARGE : EntryKind.PAYMENT;
        }
        if (amount > 0) {
            return nature.kind();
        }
        return switch (nature.kind()) {
            case RENT, SERVICE_CHARGES, OTHER_CHARGE -> EntryKind.CREDIT;
            case PAYMENT -> EntryKind.REJECTED_DEBIT;
            case CREDIT -> EntryKind.OTHER_CHARGE;
            case HOUSING_AID -> EntryKind.OTHER_CHARGE;
            case REJECTED_DEBIT -> throw new BadCell("rejet d’un montant négatif");
        };
    }

    private static long cents(String text) throws BadCell {
        var money = Money.read(text);
        if (money.isEmpty() || Math.abs(money.get().cents()) > 1_000_000_000L) {
            throw new BadCell("montant attendu, par exemple 412,50");
        }
        return money.get().cents();
    }

    private LocalDate day(@Nullable String text, String name) throws BadCell {
        if (text != null && text.equals(lastDayText)) {
            return Objects.requireNonNull(lastDay);
        }
        var day = text == null ? null : CsvWords.day(text);
        if (day == null) {
            throw new BadCell(name + " attendue, par exemple 05/11/2026");
        }
        lastDayText = text;
        lastDay = day;
        return day;
    }

    private static @Nullable String iban(@Nullable String text) {
        return text == null || text.length() > 42 ? null : cut(BankAccount.plain(text), 34);
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text != null && text.length() > length ? text.substring(0, length) : text;
    }

    private @Nullable String cell(CsvField field, List<String> cells) {
        return mapping.cell(field, cells);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** The header of a file. */
    public static List<String> header(Content content, CsvFormat format) throws IOException {
        try (var lines = new CsvLines(content, format)) {
            return Objects.requireNonNull(lines.header());
        }
    }
}

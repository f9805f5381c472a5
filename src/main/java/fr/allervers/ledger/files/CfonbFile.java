package fr.allervers.ledger.files;

import fr.allervers.ledger.EntryKind;
import fr.allervers.ledger.Means;
import fr.allervers.ledger.files.Movement.Origin;
import fr.allervers.ledger.files.Movement.Statement;
import fr.allervers.shared.imports.CsvFormat.Content;
import fr.allervers.shared.imports.FileRefused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bank statements in records of 120 letters (relevé de compte CFONB): 01 old balance, 04 movement, 05 more about it, 07 new
 * balance. With or without line ends. The balances must agree with the movements.
 */
public final class CfonbFile implements LedgerFile {

    private static final Charset LETTERS = Charset.forName("windows-1252");

    /** Interbank operation codes of money that comes in; every other code is a transfer. */
    private static final Map<String, Means> MEANS = Map.of(
            "02",
            Means.CHEQUE,
            "01",
            Means.CHEQUE,
            "08",
            Means.DIRECT_DEBIT,
            "09",
            Means.DIRECT_DEBIT,
            "B1",
            Means.DIRECT_DEBIT,
            "B2",
            Means.DIRECT_DEBIT,
            "B3",
            Means.DIRECT_DEBIT,
            "15",
            Means.CARD,
            "71",
            Means.CASH);

    private final BufferedReader reader;
    private final Deque<Item> ready = new ArrayDeque<>();
    private final Map<String, String> more = new HashMap<>();
    private @Nullable CfonbRecord movement;
    private @Nullable CfonbRecord opening;
    private @Nullable Statement statement;
    private long sum;
    private int line;
    private boolean over;
    private boolean closedOne;

    public CfonbFile(Content content) throws IOException {
        reader = new BufferedReader(new InputStreamReader(content.open(), LETTERS));
    }

    @Override
    public @Nullable Item next() throws IOException {
        while (ready.isEmpty() && !over) {
            var text = record();
            if (text == null) {
                over = true;
                if (opening != null || !closedOne) {
                    throw new FileRefused("ledger.refused.cfonb-cut", line);
                }
            } else {
                take(new CfonbRecord(++line, text));
            }
        }
        return ready.poll();
    }

    private void take(CfonbRecord record) {
        switch (record.code()) {
            case "01" -> {
                require(opening == null && movement == null, record);
                opening = record;
                statement = new Statement(record.account(), "cfonb", record.text(34, 40), record.day(34));
                sum = 0;
            }
            case "04" -> {
                require(opening != null, record);
                flush();
                movement = record;
                sum += record.cents();
            }
            case "05" -> {
                require(movement != null, record);
                more.merge(record.text(45, 48), record.text(48, 118).strip(), (one, other) -> one + " " + other);
            }
            case "07" -> {
                require(opening != null, record);
                flush();
                if (Objects.requireNonNull(opening).cents() + sum != record.cents()) {
                    throw new FileRefused("ledger.refused.balance", record.account());
                }
                opening = null;
                closedOne = true;
            }
            default -> throw new FileRefused("ledger.refused.cfonb-record", record.line(), record.code());
        }
    }

    private static void require(boolean inOrder, CfonbRecord record) {
        if (!inOrder) {
            throw new FileRefused("ledger.refused.cfonb-order", record.line(), record.code());
        }
    }

    private void flush() {
        var of = movement;
        if (of != null) {
            ready.add(item(of));
            movement = null;
            more.clear();
        }
    }

    private Item item(CfonbRecord record) {
        var cents = record.cents();
        var rejected =
                cents < 0 && (!record.text(40, 42).isBlank() || MEANS.get(record.text(32, 34)) == Means.DIRECT_DEBIT);
        if (!record.text(16, 19).equals("EUR")) {
            return new BadLine(record.line(), "devise autre que l’euro", record.raw());
        }
        if (cents == 0 || (cents < 0 && !rejected)) {
            return new BadLine(record.line(), "sortie d’argent, qui n’est pas un rejet de paiement", record.raw());
        }
        var booked = record.day(34);
        var valued = record.text(42, 48).isBlank() ? booked : record.day(42);
        var label = record.text(48, 79).strip();
        var remittance = (label + " " + more.getOrDefault("LIB", "") + " " + more.getOrDefault("LCC", "") + " "
                        + more.getOrDefault("LC2", ""))
                .replaceAll("\\s+", " ")
                .strip();
        var number = record.text(81, 88).strip();
        var reference = record.text(104, 120).strip();
        var endToEnd = more.get("RCN");
        return new Movement(
                record.line(),
                rejected ? EntryKind.REJECTED_DEBIT : EntryKind.PAYMENT,
                MEANS.getOrDefault(record.text(32, 34), Means.TRANSFER),
                -cents,
                valued,
                valued.withDayOfMonth(1),
                label,
                null,
                endToEnd != null ? cut(endToEnd.split(" ")[0], 70) : reference.isEmpty() ? null : reference,
                cut(remittance, 300),
                more.containsKey("NPY") ? cut(more.get("NPY"), 140) : null,
                null,
                new Origin(
                        "cfonb",
                        record.account(),
                        number.isEmpty() || number.matches("0+") ? null : number,
                        booked,
                        cents,
                        null,
                        false,
                        statement));
    }

    private static String cut(@Nullable String text, int length) {
        return text == null ? "" : text.length() > length ? text.substring(0, length) : text;
    }

    /** The next 120 letters; line ends between records are left out. */
    private @Nullable String record() throws IOException {
        var letters = new StringBuilder(120);
        for (var next = reader.read(); next >= 0; next = reader.read()) {
            var lineEnd = next == '\n' || next == '\r';
            if (lineEnd && letters.length() > 0) {
                // A trailing blank is often lost on the way.
                while (letters.length() < 120) {
                    letters.append(' ');
                }
                return letters.toString();
            }
            if (!lineEnd && next != 0x1A) {
                letters.append((char) next);
            }
            if (letters.length() == 120) {
                return letters.toString();
            }
        }
        if (letters.toString().isBlank()) {
            return null;
        }
        throw new FileRefused("ledger.refused.cfonb-cut", line + 1);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

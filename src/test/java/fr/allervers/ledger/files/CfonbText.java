package fr.allervers.ledger.files;

import java.nio.charset.Charset;

/** Writes CFONB120 statements for tests. */
public final class CfonbText {

    private static final String PLUS = "{ABCDEFGHI";
    private static final String MINUS = "}JKLMNOPQR";

    private final StringBuilder text = new StringBuilder();
    private long balance;

    public CfonbText(long opening) {
        balance = opening;
        balance("01", "041126", opening);
    }

    private void balance(String code, String day, long cents) {
        line(code + "99999" + "0001" + "00001" + "EUR2 " + "00000000001" + "  " + day + " ".repeat(50) + amount(cents)
                + " ".repeat(16));
    }

    public CfonbText movement(String operation, long cents, String label, String number, String reference) {
        balance += cents;
        line("04" + "99999" + "0001" + "00001" + "EUR2 " + "00000000001" + operation + "051126" + "  " + "051126"
                + pad(label, 31) + "  " + pad(number, 7) + "  " + amount(cents) + pad(reference, 16));
        return this;
    }

    public CfonbText more(String qualifier, String words) {
        line("05" + "99999" + "0001" + "00001" + "EUR2 " + "00000000001" + "18" + "051126" + "     " + qualifier
                + pad(words, 70) + "  ");
        return this;
    }

    public CfonbText close() {
        return closeWith(balance);
    }

    CfonbText closeWith(long cents) {
        balance("07", "051126", cents);
        return this;
    }

    CfonbText line(String record) {
        text.append(record).append("\r\n");
        return this;
    }

    public byte[] bytes() {
        return text.toString().getBytes(Charset.forName("windows-1252"));
    }

    String text() {
        return text.toString();
    }

    static String amount(long cents) {
        var figures = String.format("%014d", Math.abs(cents));
        var last = figures.charAt(13) - '0';
        return figures.substring(0, 13) + (cents < 0 ? MINUS : PLUS).charAt(last);
    }

    private static String pad(String words, int length) {
        return words.length() > length ? words.substring(0, length) : words + " ".repeat(length - words.length());
    }
}

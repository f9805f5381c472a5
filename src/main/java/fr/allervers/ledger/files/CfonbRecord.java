package fr.allervers.ledger.files;

import fr.allervers.shared.imports.FileRefused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** A record of 120 letters; places are counted from 0. */
record CfonbRecord(int line, String raw) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("ddMMuu").withResolverStyle(ResolverStyle.STRICT);
    private static final String PLUS = "{ABCDEFGHI";
    private static final String MINUS = "}JKLMNOPQR";

    String code() {
        return text(0, 2);
    }

    String text(int from, int to) {
        return raw.substring(from, to);
    }

    /** Bank, branch and account, as within a French IBAN. */
    String account() {
        return text(2, 7) + text(11, 16) + text(21, 32);
    }

    LocalDate day(int from) {
        try {
            return LocalDate.parse(text(from, from + 6), DAY);
        } catch (DateTimeException e) {
            throw new FileRefused("ledger.refused.cfonb-day", line, text(from, from + 6));
        }
    }

    /**
     * The amount in cents, from the 14 letters at 90: the last one holds the last figure and the sign, an opening brace and A to I for
     * what came in, a closing brace and J to R for what went out. The account's number of decimals stands at 19.
     */
    long cents() {
        var figures = text(90, 103);
        var last = raw.charAt(103);
        var plus = PLUS.indexOf(last);
        var minus = MINUS.indexOf(last);
        if (!figures.matches("\\d{13}") || plus < 0 && minus < 0) {
            throw new FileRefused("ledger.refused.cfonb-amount", line, text(90, 104));
        }
        var value = Long.parseLong(figures) * 10 + Math.max(plus, minus);
        var cents =
                switch (raw.charAt(19)) {
                    case '2', ' ' -> value;
                    case '3' -> value / 10;
                    case '1' -> value * 10;
                    case '0' -> value * 100;
                    default -> throw new FileRefused("ledger.refused.cfonb-amount", line, text(19, 20));
                };
        return minus >= 0 ? -cents : cents;
    }
}

package fr.allervers.shared;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An amount in euros, held as whole cents; below zero for what goes the other way. */
public record Money(long cents) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    private static final Pattern NOT_FIGURES = Pattern.compile("[\\s\\u00a0\\u202f€]");
    private static final Pattern FORM = Pattern.compile("([-−+]?)(\\d{1,12})(?:[.,](\\d{1,2}))?");

    /** Reads what people and French files write: « 1 046,20 € », « -12.5 », « 300 ». Nothing when it is no amount. */
    public static Optional<Money> read(String text) {
        var amount = FORM.matcher(NOT_FIGURES.matcher(text).replaceAll(""));
        if (!amount.matches()) {
            return Optional.empty();
        }
        var fraction = amount.group(3) == null ? "00" : (amount.group(3) + "0").substring(0, 2);
        var cents = Long.parseLong(amount.group(2)) * 100 + Long.parseLong(fraction);
        return Optional.of(
                new Money(amount.group(1).isEmpty() || amount.group(1).equals("+") ? cents : -cents));
    }

    /** « 1 046,20 € » in French, "€1,046.20" in English; a real minus sign before what is below zero. */
    public String text(Locale locale) {
        var french = !locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        var symbols = DecimalFormatSymbols.getInstance(french ? Locale.FRANCE : Locale.UK);
        var figures = new DecimalFormat("#,##0.00", symbols).format(Math.abs(cents) / 100.0);
        return (cents < 0 ? "−" : "") + (french ? figures + "\u00a0€" : "€" + figures);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }
}

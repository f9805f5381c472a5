package fr.allervers.kpi.figure;

import fr.allervers.kpi.fact.Durations;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Figures in words, in the reader's language. Templates call it {@code @figureWords}. */
@Component("figureWords")
public class FigureWords {

    private static final String NOTHING = "–";

    private final MessageSource messages;

    FigureWords(MessageSource messages) {
        this.messages = messages;
    }

    /** « 80 % », « 38 min », « 2,1 », « 12 340 € »; a dash where there is nothing to tell of. */
    public String value(Tile tile) {
        return value(tile.figure(), tile.value());
    }

    /** The same of a reading; in a table. */
    public String value(Figure figure, Reading reading) {
        return value(figure, reading.value(figure.kind()));
    }

    private String value(Figure figure, OptionalDouble value) {
        return value.isEmpty() ? NOTHING : text(figure.kind(), value.getAsDouble());
    }

    /** A value of this figure in a language, with its unit. */
    public String text(Figure figure, double value, Locale locale) {
        return text(figure.kind(), value, locale);
    }

    private String text(Figure.Kind kind, double value) {
        return text(kind, value, LocaleContextHolder.getLocale());
    }

    private String text(Figure.Kind kind, double value, Locale locale) {
        return switch (kind) {
            case SHARE -> number(value, 0, locale) + " %";
            case COUNT, STOCK -> number(value, 0, locale);
            case MEDIAN -> hours(value, locale);
            case MEAN -> number(value, 1, locale);
            case EUROS, STOCK_EUROS -> number(value, 0, locale) + " €";
        };
    }

    /** « objectif 75 % »; empty without a target. */
    public String target(Tile tile) {
        return tile.target() == null ? "" : text(tile.figure().kind(), tile.target());
    }

    /** « + 3 points », « − 2 h »; empty where nothing can be compared. */
    public String change(Tile tile) {
        var change = tile.change();
        if (change.isEmpty()) {
            return "";
        }
        var by = change.getAsDouble();
        var sign = by < 0 ? "− " : "+ ";
        var size = Math.abs(by);
        return switch (tile.figure().kind()) {
            case SHARE -> sign + words("kpi.points", number(size, 0), Math.round(size));
            case MEDIAN -> sign + hours(size);
            default -> sign + text(tile.figure().kind(), size);
        };
    }

    /** The median of these times; empty without any. */
    public String median(Durations times) {
        return time(times.median());
    }

    /** What nine in ten did not exceed; empty without any. */
    public String ninetieth(Durations times) {
        return time(times.ninetieth());
    }

    private String time(Optional<Duration> time) {
        return time.map(found -> hours(found.toSeconds() / 3600.0)).orElse("");
    }

    private String hours(double hours) {
        return hours(hours, LocaleContextHolder.getLocale());
    }

    /** « 38 min », « 5 h », « 4 j ». */
    private String hours(double hours, Locale locale) {
        if (hours < 1) {
            var minutes = number(Math.max(hours * 60, hours > 0 ? 1 : 0), 0, locale);
            return messages.getMessage("kpi.minutes", new Object[] {minutes}, locale);
        }
        return hours < 48
                ? messages.getMessage("kpi.hours", new Object[] {number(hours, 0, locale)}, locale)
                : messages.getMessage("kpi.days", new Object[] {number(hours / 24, 0, locale)}, locale);
    }

    /** A whole number. */
    public String count(long number) {
        return number(number, 0);
    }

    /** Cents as whole euros. */
    public String euros(long cents) {
        return number(cents / 100.0, 0) + " €";
    }

    /** A target as a form's field shows it again; empty without one. */
    public String plain(@Nullable Double value) {
        return value == null ? "" : number(value, 1).replaceAll("[\\s\\u00a0\\u202f]", "");
    }

    /** The unit in which a figure's target is set. */
    public String unit(Figure figure) {
        return words("kpi.unit." + figure.kind());
    }

    /** What a figure's name, an outcome and so on is called. */
    public String words(String key, @Nullable Object... arguments) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale()), key);
    }

    private static String number(double value, int digits) {
        return number(value, digits, LocaleContextHolder.getLocale());
    }

    private static String number(double value, int digits, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }
}

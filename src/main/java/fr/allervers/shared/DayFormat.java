package fr.allervers.shared;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Days in words: in French the first of a month alone is counted, « 1er décembre », « 2 décembre ». */
public final class DayFormat {

    private static final Map<Long, String> FRENCH_DAYS = LongStream.rangeClosed(1, 31)
            .boxed()
            .collect(Collectors.toMap(Function.identity(), day -> day == 1 ? "1er" : day.toString()));

    private DayFormat() {}

    /** @param pattern as of {@link DateTimeFormatter}, with one {@code d} or, for times, none */
    public static DateTimeFormatter of(String pattern, Locale language) {
        var day = pattern.indexOf('d');
        if (day < 0 || !language.getLanguage().equals(Locale.FRENCH.getLanguage())) {
            return DateTimeFormatter.ofPattern(pattern, language);
        }
        return new DateTimeFormatterBuilder()
                .appendPattern(pattern.substring(0, day))
                .appendText(ChronoField.DAY_OF_MONTH, FRENCH_DAYS)
                .appendPattern(pattern.substring(day + 1))
                .toFormatter(language);
    }
}

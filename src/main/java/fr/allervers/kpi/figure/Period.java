package fr.allervers.kpi.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The days that figures are about, both included, in the landlord's zone.
 *
 * @param unit of what it is a whole or a beginning: so that the period before is the same part of the unit before
 */
public record Period(Unit unit, LocalDate from, LocalDate to) {

    /** The longest that can be asked for, in days. */
    static final int LONGEST = 3660;

    /** What a period is a part of. Weeks begin on Monday. */
    public enum Unit {
        WEEK("semaine"),
        MONTH("mois"),
        LAST_MONTH("mois-dernier"),
        QUARTER("trimestre"),
        YEAR("annee"),
        DAYS("jours");

        private final String key;

        Unit(String key) {
            this.key = key;
        }

        /** In addresses. */
        public String key() {
            return key;
        }
    }

    /** A run of rows of one grain: {@code until} is not included. */
    record Piece(String grain, LocalDate from, LocalDate until) {}

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period ends before it begins");
        }
    }

    /** The unit's part until this day; the whole of it for the month before. */
    public static Period of(Unit unit, LocalDate today) {
        return switch (unit) {
            case WEEK -> new Period(unit, today.minusDays(today.getDayOfWeek().getValue() - 1L), today);
            case MONTH -> new Period(unit, today.withDayOfMonth(1), today);
            case LAST_MONTH -> month(YearMonth.from(today).minusMonths(1));
            case QUARTER ->
                new Period(unit, today.withDayOfMonth(1).withMonth((today.getMonthValue() - 1) / 3 * 3 + 1), today);
            case YEAR -> new Period(unit, today.withDayOfYear(1), today);
            case DAYS -> new Period(unit, today.minusDays(29), today);
        };
    }

    /** A whole month. */
    public static Period month(YearMonth month) {
        return new Period(Unit.LAST_MONTH, month.atDay(1), month.atEndOfMonth());
    }

    /** Any days; what is longer than ten years is cut at its beginning. */
    public static Period days(LocalDate from, LocalDate to) {
        var first = from.isBefore(to) ? from : to;
        var last = from.isBefore(to) ? to : from;
        return new Period(Unit.DAYS, first.isBefore(last.minusDays(LONGEST)) ? last.minusDays(LONGEST) : first, last);
    }

    /** The one before, to compare with: as many days of the unit before, or the days just before. */
    public Period before() {
        return switch (unit) {
            case WEEK -> new Period(unit, from.minusWeeks(1), to.minusWeeks(1));
            case MONTH -> new Period(unit, from.minusMonths(1), to.minusMonths(1));
            case LAST_MONTH -> month(YearMonth.from(from).minusMonths(1));
            case QUARTER -> new Period(unit, from.minusMonths(3), to.minusMonths(3));
            case YEAR -> new Period(unit, from.minusYears(1), to.minusYears(1));
            case DAYS -> {
                var length = ChronoUnit.DAYS.between(from, to) + 1;
                yield new Period(unit, from.minusDays(length), from.minusDays(1));
            }
        };
    }

    /** Whole months as months, the rest as days: a year reads twelve rows of a kind, not 365. */
    List<Piece> pieces() {
        var until = to.plusDays(1);
        var firstMonth =
                from.getDayOfMonth() == 1 ? from : from.withDayOfMonth(1).plusMonths(1);
        var lastMonth = until.withDayOfMonth(1);
        var pieces = new ArrayList<Piece>();
        if (!firstMonth.isBefore(lastMonth)) {
            pieces.add(new Piece("D", from, until));
        } else {
            add(pieces, "D", from, firstMonth);
            add(pieces, "M", firstMonth, lastMonth);
            add(pieces, "D", lastMonth, until);
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, String grain, LocalDate from, LocalDate until) {
        if (from.isBefore(until)) {
            pieces.add(new Piece(grain, from, until));
        }
    }
}

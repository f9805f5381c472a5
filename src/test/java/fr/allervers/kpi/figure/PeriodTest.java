package fr.allervers.kpi.figure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.kpi.figure.Period.Piece;
import fr.allervers.kpi.figure.Period.Unit;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** Which days figures are about. */
class PeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void namedPeriodsEndToday() {
        assertThat(Period.of(Unit.WEEK, TODAY)).isEqualTo(new Period(Unit.WEEK, day("2026-11-23"), TODAY));
        assertThat(Period.of(Unit.MONTH, TODAY)).isEqualTo(new Period(Unit.MONTH, day("2026-11-01"), TODAY));
        assertThat(Period.of(Unit.QUARTER, TODAY)).isEqualTo(new Period(Unit.QUARTER, day("2026-10-01"), TODAY));
        assertThat(Period.of(Unit.YEAR, TODAY)).isEqualTo(new Period(Unit.YEAR, day("2026-01-01"), TODAY));
        assertThat(Period.of(Unit.DAYS, TODAY)).isEqualTo(new Period(Unit.DAYS, day("2026-10-26"), TODAY));
        assertThat(Period.of(Unit.LAST_MONTH, TODAY))
                .isEqualTo(new Period(Unit.LAST_MONTH, day("2026-10-01"), day("2026-10-31")));
    }

    @Test
    void aMondayBeginsItsWeekAndAFirstItsMonth() {
        assertThat(Period.of(Unit.WEEK, day("2026-11-23")).from()).isEqualTo("2026-11-23");
        assertThat(Period.of(Unit.WEEK, day("2026-11-22")).from()).isEqualTo("2026-11-16");
        assertThat(Period.of(Unit.MONTH, day("2026-12-01")).from()).isEqualTo("2026-12-01");
        assertThat(Period.of(Unit.QUARTER, day("2026-12-31")).from()).isEqualTo("2026-10-01");
        assertThat(Period.of(Unit.QUARTER, day("2027-01-01")).from()).isEqualTo("2027-01-01");
    }

    @Test
    void thePeriodBeforeIsTheSamePartOfTheUnitBefore() {
        assertThat(Period.of(Unit.WEEK, TODAY).before())
                .isEqualTo(new Period(Unit.WEEK, day("2026-11-16"), day("2026-11-17")));
        assertThat(Period.of(Unit.MONTH, day("2026-03-31")).before())
                .isEqualTo(new Period(Unit.MONTH, day("2026-02-01"), day("2026-02-28")));
        assertThat(Period.month(YearMonth.of(2026, 3)).before()).isEqualTo(Period.month(YearMonth.of(2026, 2)));
        assertThat(Period.days(day("2026-11-10"), day("2026-11-12")).before())
                .isEqualTo(new Period(Unit.DAYS, day("2026-11-07"), day("2026-11-09")));
    }

    @Test
    void wholeMonthsAreReadAsMonths() {
        assertThat(Period.days(day("2026-01-15"), day("2026-04-02")).pieces())
                .containsExactly(
                        new Piece("D", day("2026-01-15"), day("2026-02-01")),
                        new Piece("M", day("2026-02-01"), day("2026-04-01")),
                        new Piece("D", day("2026-04-01"), day("2026-04-03")));
        assertThat(Period.month(YearMonth.of(2026, 2)).pieces())
                .containsExactly(new Piece("M", day("2026-02-01"), day("2026-03-01")));
        assertThat(Period.days(day("2026-02-02"), day("2026-02-28")).pieces())
                .containsExactly(new Piece("D", day("2026-02-02"), day("2026-03-01")));
        assertThat(Period.days(day("2026-02-20"), day("2026-03-10")).pieces())
                .containsExactly(new Piece("D", day("2026-02-20"), day("2026-03-11")));
    }

    @Test
    void daysInTheWrongOrderAreTurnedAndTooManyAreCut() {
        assertThat(Period.days(day("2026-11-12"), day("2026-11-10")).from()).isEqualTo("2026-11-10");
        assertThat(Period.days(day("1900-01-01"), TODAY).from()).isEqualTo(TODAY.minusDays(Period.LONGEST));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}

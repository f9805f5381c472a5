package fr.allervers.arrears.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.arrears.plan.Allocation.Paid;
import fr.allervers.arrears.plan.PlanCourse.Times;
import fr.allervers.arrears.plan.PlanCourse.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reminded five days before, five days of tolerance, at ten in Paris. Instalments on 31 March and 30 April 2027. */
class PlanCourseTest {

    private static final Instalment MARCH = new Instalment(1, LocalDate.of(2027, 3, 31), 5_000);
    private static final Instalment APRIL = new Instalment(2, LocalDate.of(2027, 4, 30), 5_000);

    private static Instant paris(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Paris")).toInstant();
    }

    private static PlanCourse course(String now, long march, Set<Integer> reminded, @Nullable LocalDate patience) {
        return PlanCourse.at(
                paris(now),
                List.of(new Paid(MARCH, march), new Paid(APRIL, 0)),
                reminded,
                new Times(5, 5, 10, patience));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-26T09:59:59, WAIT",
        "2027-03-26T10:00:00, REMIND",
        "2027-03-30T23:59:59, REMIND",
        "2027-03-31T00:00:00, WAIT",
        "2027-04-05T23:59:59, WAIT",
        "2027-04-06T09:59:59, WAIT",
        "2027-04-06T10:00:00, MISSED"
    })
    void anInstalmentIsRemindedOfFiveDaysBeforeAndMissedTheDayAfterTheTolerance(String now, Turn turn) {
        assertThat(course(now, 0, Set.of(), null).turn()).isEqualTo(turn);
    }

    @Test
    void clocksGoingForwardInMarchMoveNoHour() {
        // On 28 March 2027 Paris loses an hour between the reminder and the day it is due.
        assertThat(course("2027-03-25T12:00:00", 0, Set.of(), null).nextAt()).contains(paris("2027-03-26T10:00:00"));
        assertThat(course("2027-03-29T12:00:00", 0, Set.of(1), null).nextAt()).contains(paris("2027-04-06T10:00:00"));
    }

    @Test
    void oneCentLessIsMissedAndTheWholeIsNot() {
        assertThat(course("2027-04-06T10:00:00", 4_999, Set.of(1), null).turn()).isEqualTo(Turn.MISSED);
        assertThat(course("2027-04-06T10:00:00", 5_000, Set.of(1), null).turn()).isEqualTo(Turn.WAIT);
    }

    @Test
    void anInstalmentPaidAheadIsNotRemindedOf() {
        assertThat(course("2027-03-27T10:00:00", 5_000, Set.of(), null).turn()).isEqualTo(Turn.WAIT);
    }

    @Test
    void nobodyIsRemindedTwice() {
        assertThat(course("2027-03-27T10:00:00", 0, Set.of(1), null).turn()).isEqualTo(Turn.WAIT);
    }

    @ParameterizedTest
    @CsvSource({"2027-04-15T23:59:59, WAIT", "2027-04-16T09:59:59, WAIT", "2027-04-16T10:00:00, MISSED"})
    void whatIsLetPassIsMissedTheDayAfterTheDayPromised(String now, Turn turn) {
        assertThat(course(now, 0, Set.of(1), LocalDate.of(2027, 4, 15)).turn()).isEqualTo(turn);
    }

    @Test
    void aPlanWhoseInstalmentsAreAllPaidIsKept() {
        var course = PlanCourse.at(
                paris("2027-04-06T10:00:00"), List.of(new Paid(MARCH, 5_000)), Set.of(), new Times(5, 5, 10, null));
        assertThat(course.turn()).isEqualTo(Turn.KEPT);
        assertThat(course.nextAt()).isEmpty();
    }

    @Test
    void theNextLookIsAlwaysLaterThanNow() {
        for (var day = LocalDate.of(2027, 3, 1); day.isBefore(LocalDate.of(2027, 5, 5)); day = day.plusDays(1)) {
            var now = day.atTime(10, 0).atZone(ZoneId.of("Europe/Paris")).toInstant();
            var next = course(day + "T10:00:00", 0, Set.of(), null).nextAt();
            assertThat(next).hasValueSatisfying(at -> assertThat(at).isAfter(now));
        }
    }
}

package fr.allervers.arrears.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.arrears.appointment.SlotPolicy.Taken;
import fr.allervers.arrears.appointment.SlotPolicy.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotPolicyTest {

    private static final long OFFICER = 7;
    private static final BiPredicate<Long, LocalDate> NOBODY_AWAY = (officer, day) -> false;

    private static OpeningRange range(LocalDate day, String from, String to, int minutes) {
        return range(day, from, to, minutes, LocalDate.of(2020, 1, 1), null);
    }

    private static OpeningRange range(
            LocalDate day, String from, String to, int minutes, LocalDate validFrom, @Nullable LocalDate validUntil) {
        return new OpeningRange(
                1,
                OFFICER,
                3,
                MeetingKind.OFFICE,
                day.getDayOfWeek().getValue(),
                LocalTime.parse(from),
                LocalTime.parse(to),
                minutes,
                "Agence Centre",
                validFrom,
                validUntil);
    }

    private static Window on(LocalDate day) {
        return new Window(day.atStartOfDay(SlotPolicy.PARIS).toInstant(), day);
    }

    private static Instant paris(String local) {
        return LocalDateTime.parse(local).atZone(SlotPolicy.PARIS).toInstant();
    }

    private static List<String> times(List<Slot> slots) {
        return slots.stream()
                .map(slot ->
                        slot.startsAt().atZone(SlotPolicy.PARIS).toLocalTime().toString())
                .toList();
    }

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Test
    void aMorningIsCutIntoSlotsAndTheLastOneStillFits() {
        assertThat(times(SlotPolicy.free(
                        List.of(range(TUESDAY, "09:00", "10:45", 30)), List.of(), NOBODY_AWAY, on(TUESDAY))))
                .containsExactly("09:00", "09:30", "10:00");
    }

    @Test
    void whatIsTakenIsNotFreeAndWhatTouchesItIs() {
        var taken = List.of(new Taken(OFFICER, paris("2026-11-24T09:30:00"), paris("2026-11-24T10:00:00")));
        assertThat(times(SlotPolicy.free(
                        List.of(range(TUESDAY, "09:00", "11:00", 30)), taken, NOBODY_AWAY, on(TUESDAY))))
                .containsExactly("09:00", "10:00", "10:30");
        assertThat(times(SlotPolicy.free(
                        List.of(range(TUESDAY, "09:00", "11:00", 30)),
                        List.of(new Taken(OFFICER + 1, paris("2026-11-24T09:00:00"), paris("2026-11-24T11:00:00"))),
                        NOBODY_AWAY,
                        on(TUESDAY))))
                .hasSize(4);
    }

    @Test
    void anAppointmentOfAnotherLengthBlocksEverySlotThatItTouches() {
        var taken = List.of(new Taken(OFFICER, paris("2026-11-24T09:15:00"), paris("2026-11-24T10:01:00")));
        assertThat(times(SlotPolicy.free(
                        List.of(range(TUESDAY, "09:00", "11:00", 30)), taken, NOBODY_AWAY, on(TUESDAY))))
                .containsExactly("10:30");
    }

    @Test
    void theNoticeCountsToTheMinuteAndTheHorizonToTheDay() {
        var range = List.of(range(TUESDAY, "09:00", "10:00", 30));
        var atNine = new Window(paris("2026-11-24T09:00:00"), TUESDAY.plusDays(7));
        assertThat(times(SlotPolicy.free(range, List.of(), NOBODY_AWAY, atNine)))
                .containsExactly("09:00", "09:30", "09:00", "09:30");
        var later = new Window(paris("2026-11-24T09:00:01"), TUESDAY.plusDays(6));
        assertThat(times(SlotPolicy.free(range, List.of(), NOBODY_AWAY, later))).containsExactly("09:30");
    }

    @Test
    void anAbsenceTakesItsDayAndNoOther() {
        var away = Set.of(TUESDAY);
        var slots = SlotPolicy.free(
                List.of(range(TUESDAY, "09:00", "09:30", 30)),
                List.of(),
                (officer, day) -> away.contains(day),
                new Window(paris("2026-11-17T00:00:00"), TUESDAY.plusDays(7)));
        assertThat(slots.stream()
                        .map(slot -> slot.startsAt().atZone(SlotPolicy.PARIS).toLocalDate()))
                .containsExactly(TUESDAY.minusDays(7), TUESDAY.plusDays(7));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-17,0", "2026-11-24,1", "2026-12-01,1", "2026-12-08,0"})
    void aRangeCountsFromItsFirstDayToItsLast(LocalDate day, int slots) {
        var range = range(TUESDAY, "09:00", "09:30", 30, TUESDAY, LocalDate.of(2026, 12, 1));
        assertThat(SlotPolicy.free(List.of(range), List.of(), NOBODY_AWAY, on(day)))
                .hasSize(slots);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-27,08:00:00", "2026-03-30,07:00:00", "2026-10-23,07:00:00", "2026-10-26,08:00:00",
        "2027-03-26,08:00:00", "2027-03-29,07:00:00", "2027-10-29,07:00:00", "2027-11-02,08:00:00"
    })
    void nineIsNineBeforeAndAfterTheClocksChange(LocalDate day, LocalTime utc) {
        var slots = SlotPolicy.free(List.of(range(day, "09:00", "09:30", 30)), List.of(), NOBODY_AWAY, on(day));
        assertThat(slots).singleElement().satisfies(slot -> assertThat(
                        slot.startsAt().atZone(java.time.ZoneOffset.UTC).toLocalTime())
                .isEqualTo(utc));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29", "2027-03-28"})
    void theHourThatSpringLeavesOutIsNotOffered(LocalDate sunday) {
        var slots = SlotPolicy.free(List.of(range(sunday, "01:00", "04:00", 30)), List.of(), NOBODY_AWAY, on(sunday));
        assertThat(times(slots)).containsExactly("01:00", "01:30", "03:00", "03:30");
        assertNoOverlap(slots);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-25", "2027-10-31"})
    void theHourThatAutumnShowsTwiceIsNotOffered(LocalDate sunday) {
        var slots = SlotPolicy.free(List.of(range(sunday, "01:00", "04:00", 30)), List.of(), NOBODY_AWAY, on(sunday));
        assertThat(times(slots)).containsExactly("01:00", "01:30", "03:00", "03:30");
        assertNoOverlap(slots);
    }

    private static void assertNoOverlap(List<Slot> slots) {
        for (var at = 1; at < slots.size(); at++) {
            assertThat(slots.get(at).startsAt())
                    .isAfterOrEqualTo(slots.get(at - 1).endsAt());
        }
    }

    @Test
    void aKeyIsReadBackAndAnythingElseIsNone() {
        var slot = new Slot(12, OFFICER, MeetingKind.PHONE, "", paris("2026-11-24T09:00:00"), 20);
        assertThat(Slot.Key.read(slot.key())).contains(new Slot.Key(12, slot.startsAt()));
        for (var text : List.of("", "12", "12.", ".5", "12.x", "-1.5", "12.123456789012", "99999999999999999999.1")) {
            assertThat(Slot.Key.read(text)).as(text).isEmpty();
        }
    }

    @Test
    void timesOfSeveralOfficersAreShownOnceAndByKind() {
        var one = new Slot(1, 1, MeetingKind.OFFICE, "Centre", paris("2026-11-24T09:00:00"), 30);
        var other = new Slot(2, 2, MeetingKind.OFFICE, "Centre", paris("2026-11-24T09:00:00"), 30);
        var elsewhere = new Slot(3, 3, MeetingKind.OFFICE, "Mairie", paris("2026-11-24T09:00:00"), 30);
        var phone = new Slot(4, 1, MeetingKind.PHONE, "", paris("2026-11-25T09:00:00"), 30);
        var shown = SlotDays.of(List.of(one, other, elsewhere, phone), MeetingKind.OFFICE);
        assertThat(shown.kinds()).containsExactly(MeetingKind.PHONE, MeetingKind.OFFICE);
        assertThat(shown.days()).containsOnlyKeys(TUESDAY);
        assertThat(shown.days().get(TUESDAY)).containsExactly(one, elsewhere);
        assertThat(SlotDays.of(List.of(phone), MeetingKind.OFFICE).shown()).isEqualTo(MeetingKind.PHONE);
        assertThat(SlotDays.of(List.of(), MeetingKind.OFFICE).isEmpty()).isTrue();
    }
}

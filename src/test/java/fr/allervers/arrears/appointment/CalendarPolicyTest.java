package fr.allervers.arrears.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CalendarPolicyTest {

    private static Appointment appointment(String start, AppointmentState state, int sequence) {
        var at = Instant.parse(start);
        return new Appointment(
                42,
                1,
                "unpaid-rent-prevention",
                5,
                6,
                7,
                8,
                MeetingKind.OFFICE,
                "Agence Centre",
                at,
                at.plusSeconds(1800),
                state,
                sequence,
                "locataire",
                at,
                null);
    }

    private static String write(Appointment appointment) {
        return CalendarPolicy.write(
                appointment, "Rendez-vous", "12, rue des Lilas; 3e", Instant.parse("2026-11-24T09:00:00Z"));
    }

    @Test
    void theTimeIsLocalWithItsZoneInWinterAndInSummer() {
        assertThat(write(appointment("2026-11-26T09:00:00Z", AppointmentState.BOOKED, 0)))
                .contains(
                        "DTSTART;TZID=Europe/Paris:20261126T100000\r\n", "DTEND;TZID=Europe/Paris:20261126T103000\r\n")
                .contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n", "DTSTAMP:20261124T090000Z\r\n");
        assertThat(write(appointment("2027-03-29T07:00:00Z", AppointmentState.BOOKED, 0)))
                .contains("DTSTART;TZID=Europe/Paris:20270329T090000\r\n");
    }

    @Test
    void aMoveKeepsTheUidAndCountsTheSequence() {
        var before = write(appointment("2026-11-26T09:00:00Z", AppointmentState.BOOKED, 0));
        var after = write(appointment("2026-11-27T09:00:00Z", AppointmentState.BOOKED, 1));
        assertThat(before).contains("UID:appointment-42@aller-vers\r\n", "SEQUENCE:0\r\n", "STATUS:CONFIRMED\r\n");
        assertThat(after).contains("UID:appointment-42@aller-vers\r\n", "SEQUENCE:1\r\n");
        assertThat(write(appointment("2026-11-27T09:00:00Z", AppointmentState.CANCELLED, 2)))
                .contains("STATUS:CANCELLED\r\n");
    }

    @Test
    void textIsEscapedAndLongLinesAreFoldedBetweenCharacters() {
        assertThat(write(appointment("2026-11-26T09:00:00Z", AppointmentState.BOOKED, 0)))
                .contains("LOCATION:12\\, rue des Lilas\\; 3e\r\n");
        var summary = "é".repeat(100) + "\nfin";
        var file = CalendarPolicy.write(
                appointment("2026-11-26T09:00:00Z", AppointmentState.BOOKED, 0), summary, "", Instant.EPOCH);
        assertThat(file.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n ", "")).contains("SUMMARY:" + "é".repeat(100) + "\\nfin");
        assertThat(file).doesNotContain("LOCATION");
    }
}

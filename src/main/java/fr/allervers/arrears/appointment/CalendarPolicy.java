package fr.allervers.arrears.appointment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes one appointment as a calendar file (RFC 5545). The time is local with its zone, so that a telephone shows nine
 * o'clock whatever happens to daylight saving; the UID never changes and SEQUENCE grows, so that a newer file replaces the
 * older entry.
 */
final class CalendarPolicy {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The rule of the European Union since 1996: last Sundays of March and October, at 1:00 UTC. */
    private static final List<String> ZONE = List.of(
            "BEGIN:VTIMEZONE",
            "TZID:Europe/Paris",
            "BEGIN:DAYLIGHT",
            "DTSTART:19960331T020000",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200",
            "TZNAME:CEST",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "DTSTART:19961027T030000",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "TZNAME:CET",
            "END:STANDARD",
            "END:VTIMEZONE");

    private CalendarPolicy() {}

    /**
     * The file's text.
     *
     * @param summary one line that the reader's calendar shows
     * @param location where; empty for none
     * @param at when the file is made
     */
    static String write(Appointment appointment, String summary, String location, Instant at) {
        var file = new StringBuilder();
        for (var line :
                List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Aller vers//Rendez-vous//FR", "METHOD:PUBLISH")) {
            add(file, line);
        }
        ZONE.forEach(line -> add(file, line));
        add(file, "BEGIN:VEVENT");
        add(file, "UID:appointment-" + appointment.id() + "@aller-vers");
        add(file, "SEQUENCE:" + appointment.sequence());
        add(file, "DTSTAMP:" + UTC.format(at));
        add(file, "DTSTART;TZID=Europe/Paris:" + local(appointment.startsAt()));
        add(file, "DTEND;TZID=Europe/Paris:" + local(appointment.endsAt()));
        add(file, "SUMMARY:" + escaped(summary));
        if (!location.isEmpty()) {
            add(file, "LOCATION:" + escaped(location));
        }
        add(file, "STATUS:" + (gone(appointment) ? "CANCELLED" : "CONFIRMED"));
        add(file, "END:VEVENT");
        add(file, "END:VCALENDAR");
        return file.toString();
    }

    private static boolean gone(Appointment appointment) {
        return appointment.state() == AppointmentState.CANCELLED || appointment.state() == AppointmentState.WITHDRAWN;
    }

    private static String local(Instant at) {
        return LOCAL.format(at.atZone(SlotPolicy.PARIS));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** Lines of at most 75 octets, cut between characters; what follows begins with a space. */
    private static void add(StringBuilder file, String line) {
        var octets = 0;
        for (var at = 0; at < line.length(); ) {
            var character = new String(Character.toChars(line.codePointAt(at)));
            var size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > 75) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(character);
            octets += size;
            at += character.length();
        }
        file.append("\r\n");
    }
}

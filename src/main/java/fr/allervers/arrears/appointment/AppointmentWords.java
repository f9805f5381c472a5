package fr.allervers.arrears.appointment;

import fr.allervers.shared.DayFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Appointments in words. Templates call it {@code @appointmentWords}. */
@Component("appointmentWords")
public class AppointmentWords {

    private final MessageSource messages;

    AppointmentWords(MessageSource messages) {
        this.messages = messages;
    }

    /** « mardi 24 novembre à 10 h 30 », always in the landlord's zone. */
    public String when(Instant at, Locale language) {
        var french = !language.getLanguage().equals("en");
        var local = at.atZone(SlotPolicy.PARIS);
        return DayFormat.of("EEEE d MMMM", language).format(local) + (french ? " à " : " at ") + time(at, language);
    }

    /** « 10 h 30 », "10:30". */
    public String time(Instant at, Locale language) {
        return DateTimeFormatter.ofPattern(language.getLanguage().equals("en") ? "HH:mm" : "H 'h' mm", language)
                .format(at.atZone(SlotPolicy.PARIS));
    }

    /** « par téléphone », « à l’agence Centre », « chez vous ». */
    public String how(MeetingKind kind, String place, Locale language) {
        return messages.getMessage("appointment.how." + kind, new Object[] {place}, language);
    }

    String say(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }

    /** In the language of what is written down: timeline, inbox. */
    String french(String key, Object... args) {
        return say(key, Locale.FRENCH, args);
    }

    String what(Appointment appointment, Locale language) {
        return when(appointment.startsAt(), language) + ", " + how(appointment.kind(), appointment.place(), language);
    }
}

package fr.allervers.arrears.appointment;

import fr.allervers.messaging.HouseholdMessages;
import fr.allervers.messaging.Outbox;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what happens to appointments and tells the household. A message's key holds the sequence: one per change. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AppointmentDiary {

    private final Timeline timeline;
    private final HouseholdMessages messages;
    private final Outbox outbox;
    private final Households households;
    private final Offers offers;
    private final AppointmentWords words;

    AppointmentDiary(
            Timeline timeline,
            HouseholdMessages messages,
            Outbox outbox,
            Households households,
            Offers offers,
            AppointmentWords words) {
        this.timeline = timeline;
        this.messages = messages;
        this.outbox = outbox;
        this.households = households;
        this.offers = offers;
        this.words = words;
    }

    void booked(Appointment appointment) {
        note(appointment, "appointment.log.booked", words.what(appointment, Locale.FRENCH));
    }

    void moved(Appointment before, Appointment after) {
        outbox.cancel(before.self());
        note(
                after,
                "appointment.log.moved",
                words.when(before.startsAt(), Locale.FRENCH),
                words.what(after, Locale.FRENCH));
    }

    /** It is booked or was moved: the household gets the day, the hour and a link to change it. */
    void confirm(Appointment appointment) {
        tell(appointment, appointment.sequence() == 0 ? "appointment-booked" : "appointment-moved");
    }

    /** A letter would come too late: only to who has a mobile. */
    void remind(Appointment appointment) {
        if (hasMobile(household(appointment))) {
            tell(appointment, "appointment-reminder");
        }
    }

    void ended(Appointment appointment, boolean tell) {
        outbox.cancel(appointment.self());
        note(appointment, "appointment.log." + appointment.state(), words.what(appointment, Locale.FRENCH));
        if (tell) {
            tell(
                    appointment,
                    appointment.state() == AppointmentState.WITHDRAWN
                            ? "appointment-withdrawn"
                            : "appointment-cancelled");
        }
    }

    void noted(Appointment appointment) {
        note(appointment, "appointment.log." + appointment.state(), words.what(appointment, Locale.FRENCH));
    }

    void late(Appointment appointment) {
        timeline.record(
                storyOf(appointment),
                appointment.householdId(),
                Timeline.Kind.ESCALATION,
                words.french("appointment.log.late", words.what(appointment, Locale.FRENCH)),
                null,
                false);
    }

    /** The case that it is about tells its story; without one it has its own. */
    private static CaseRef storyOf(Appointment appointment) {
        return appointment.caseKind().equals(Appointment.HOUSEHOLD) ? appointment.self() : appointment.of();
    }

    private void note(Appointment appointment, String key, Object... args) {
        timeline.record(
                storyOf(appointment),
                appointment.householdId(),
                Timeline.Kind.VISIT,
                words.french(key, args),
                appointment.note(),
                false);
    }

    private void tell(Appointment appointment, String template) {
        var household = household(appointment);
        var language = household.language().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
        var link = template.equals("appointment-withdrawn") ? "" : link(appointment);
        messages.write(
                "appointment/" + appointment.id() + "/" + appointment.sequence() + "/" + template,
                appointment.self(),
                household,
                template,
                Map.of(
                        "moment",
                        words.when(appointment.startsAt(), language),
                        "maniere",
                        words.how(appointment.kind(), appointment.place(), language),
                        "lien",
                        link));
    }

    /** Good until the appointment is over, or as long as another one may be booked. */
    private String link(Appointment appointment) {
        var booking = offers.endOfBooking(offers.require(appointment.offerId()).heldBy());
        return offers.address(
                appointment.offerId(),
                appointment.isBooked() && appointment.endsAt().isAfter(booking) ? appointment.endsAt() : booking);
    }

    private Household household(Appointment appointment) {
        return households
                .byIds(List.of(appointment.householdId()))
                .values()
                .iterator()
                .next();
    }

    private static boolean hasMobile(Household household) {
        return household.occupants().stream()
                .filter(occupant -> !occupant.doNotCall())
                .flatMap(occupant -> occupant.phones().stream())
                .anyMatch(phone -> phone.mobile() && !phone.dead());
    }
}

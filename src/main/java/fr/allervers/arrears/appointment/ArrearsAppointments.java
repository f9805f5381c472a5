package fr.allervers.arrears.appointment;

import fr.allervers.arrears.appointment.AppointmentEvents.AppointmentBooked;
import fr.allervers.arrears.appointment.AppointmentEvents.AppointmentCancelled;
import fr.allervers.arrears.appointment.AppointmentEvents.AppointmentMoved;
import fr.allervers.arrears.appointment.AppointmentEvents.AppointmentNoted;
import fr.allervers.arrears.prevention.Answer;
import fr.allervers.arrears.prevention.ArrearsCaseClosed;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.prevention.CaseAppointments;
import fr.allervers.arrears.prevention.CaseFactSource;
import fr.allervers.inbox.CaseFact;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What appointments and cases of unpaid rent tell each other. */
@Component
@Transactional
class ArrearsAppointments implements CaseAppointments, CaseFactSource {

    private final Appointments appointments;
    private final AppointmentWords words;
    private final ObjectProvider<ArrearsCases> cases;

    ArrearsAppointments(Appointments appointments, AppointmentWords words, ObjectProvider<ArrearsCases> cases) {
        this.appointments = appointments;
        this.words = words;
        this.cases = cases;
    }

    @Override
    public Optional<String> offer(long caseId, LocalDate heldBy) {
        var household = cases.getObject().byIds(List.of(caseId)).get(caseId);
        return household == null
                ? Optional.empty()
                : Optional.of(appointments.offer(ref(caseId), household.householdId(), heldBy));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Instant> next(Collection<Long> caseIds) {
        var next = new LinkedHashMap<Long, Instant>();
        appointments.next(ArrearsCases.KIND, caseIds).forEach((id, one) -> next.put(id, one.startsAt()));
        return next;
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long caseId, StaffMember reader) {
        var language = LocaleContextHolder.getLocale();
        var facts = new ArrayList<CaseFact>();
        var next = appointments.next(ArrearsCases.KIND, List.of(caseId)).get(caseId);
        if (next != null) {
            facts.add(new CaseFact(
                    words.say("appointment.fact.next", language),
                    words.what(next, language),
                    "/dossiers/" + Appointment.KIND + "/" + next.id()));
        } else if (reader.isAny(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR)) {
            facts.addAll(booking(caseId, language));
        }
        var missed = appointments.noShows(ref(caseId));
        if (missed > 0) {
            facts.add(new CaseFact(words.say("appointment.fact.missed", language), Integer.toString(missed), null));
        }
        return facts;
    }

    /** The way to book one on the phone. */
    private List<CaseFact> booking(long caseId, Locale language) {
        return cases.getObject().byIds(List.of(caseId)).values().stream()
                .map(one -> new CaseFact(
                        words.say("appointment.fact.next", language),
                        words.say("appointment.book.title", language),
                        "/rendez-vous/nouveau?foyer=" + one.householdId() + "&dossier=" + ArrearsCases.KIND + "&numero="
                                + caseId))
                .toList();
    }

    @EventListener
    void booked(AppointmentBooked event) {
        if (isOurs(event.of())) {
            cases.getObject().answered(event.of().id(), Answer.APPOINTMENT_BOOKED);
        }
    }

    /** The case waits until the new day has passed. */
    @EventListener
    void moved(AppointmentMoved event) {
        if (isOurs(event.of())) {
            cases.getObject().answered(event.of().id(), Answer.APPOINTMENT_BOOKED);
        }
    }

    @EventListener
    void cancelled(AppointmentCancelled event) {
        if (isOurs(event.of())) {
            cases.getObject().unanswered(event.of().id());
        }
    }

    /** Who came has answered; who did not, without a word or with one, is asked again. */
    @EventListener
    void noted(AppointmentNoted event) {
        if (!isOurs(event.of())) {
            return;
        }
        if (event.outcome() == AppointmentState.HELD) {
            cases.getObject().answered(event.of().id(), Answer.CONTACTED);
        } else {
            cases.getObject().unanswered(event.of().id());
        }
    }

    @EventListener
    void closed(ArrearsCaseClosed event) {
        appointments.withdraw(ref(event.id()), true);
    }

    private static boolean isOurs(CaseRef of) {
        return of.kind().equals(ArrearsCases.KIND);
    }

    private static CaseRef ref(long caseId) {
        return new CaseRef(ArrearsCases.KIND, caseId);
    }
}

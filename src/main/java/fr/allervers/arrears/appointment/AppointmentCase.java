package fr.allervers.arrears.appointment;

import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import fr.allervers.tenancy.Occupant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Appointments in the inbox. */
@Component
@Transactional
class AppointmentCase implements CaseKind {

    private final AppointmentRows rows;
    private final AppointmentNoting noting;
    private final Households households;
    private final AppointmentWords words;

    AppointmentCase(AppointmentRows rows, AppointmentNoting noting, Households households, AppointmentWords words) {
        this.rows = rows;
        this.noting = noting;
        this.households = households;
        this.words = words;
    }

    @Override
    public String key() {
        return Appointment.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        var found = rows.byIds(ids);
        var homes = households.byIds(
                found.values().stream().map(Appointment::householdId).collect(Collectors.toSet()));
        var cards = new LinkedHashMap<Long, CaseCard>();
        found.forEach((id, one) -> {
            var home = homes.get(one.householdId());
            if (home != null) {
                cards.put(
                        id,
                        new CaseCard(
                                title(home), words.what(one, Locale.FRENCH), home.id(), one.agencyId(), null, null));
            }
        });
        return cards;
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var appointment = rows.require(id);
        var language = LocaleContextHolder.getLocale();
        var facts = new ArrayList<CaseFact>();
        facts.add(new CaseFact(
                words.say("appointment.fact.when", language),
                words.when(appointment.startsAt(), language),
                appointment.isBooked() ? "/rendez-vous/" + id + ".ics" : null));
        facts.add(new CaseFact(
                words.say("appointment.fact.how", language),
                words.say("appointment.kind." + appointment.kind(), language)
                        + (appointment.place().isEmpty() ? "" : " · " + appointment.place()),
                null));
        facts.add(new CaseFact(
                words.say("appointment.fact.state", language),
                words.say("appointment.state." + appointment.state(), language),
                null));
        if (!appointment.caseKind().equals(Appointment.HOUSEHOLD)) {
            facts.add(new CaseFact(
                    words.say("appointment.fact.case", language),
                    words.say("case-kind." + appointment.caseKind(), language),
                    "/dossiers/" + appointment.caseKind() + "/" + appointment.caseId()));
        }
        phones(appointment, facts);
        return facts;
    }

    private void phones(Appointment appointment, List<CaseFact> facts) {
        for (var occupant : households.require(appointment.householdId()).occupants()) {
            for (var phone : occupant.phones()) {
                if (!phone.dead() && !occupant.doNotCall()) {
                    facts.add(new CaseFact(occupant.fullName(), phone.display(), "tel:" + phone.e164()));
                }
            }
        }
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(long id, StaffMember reader) {
        return rows.find(id)
                .filter(one -> Appointments.isFor(one, reader)
                        || (reader.isAny(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR) && reader.worksFor(one.agencyId())))
                .isPresent();
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        var note = answers.get("note");
        noting.record(
                id,
                AppointmentState.valueOf(String.valueOf(answers.get("outcome"))),
                note == null ? null : note.toString(),
                by);
        return Map.of();
    }

    static String title(Household household) {
        return household.occupants().stream()
                .map(Occupant::fullName)
                .findFirst()
                .orElse(household.name());
    }
}

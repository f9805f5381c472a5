package fr.allervers.arrears.legal;

import fr.allervers.arrears.diary.ArrearsDiary;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.shared.Dates;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Households;
import fr.allervers.tenancy.Occupant;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Legal deadlines that come near, in the inbox. */
@Component
@Transactional
class LegalDeadlineKind implements CaseKind {

    private final DeadlineRows rows;
    private final LegalClock clockwork;
    private final ArrearsCases arrears;
    private final Households households;
    private final ArrearsDiary words;
    private final Dates dates;
    private final Clock clock;

    LegalDeadlineKind(
            DeadlineRows rows,
            LegalClock clockwork,
            ArrearsCases arrears,
            Households households,
            ArrearsDiary words,
            Dates dates,
            Clock clock) {
        this.rows = rows;
        this.clockwork = clockwork;
        this.arrears = arrears;
        this.households = households;
        this.words = words;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public String key() {
        return LegalClock.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        var deadlines = rows.byIds(ids);
        var homes =
                households.byIds(deadlines.stream().map(Deadline::householdId).collect(Collectors.toSet()));
        return deadlines.stream()
                .filter(deadline -> homes.containsKey(deadline.householdId()))
                .collect(Collectors.toMap(Deadline::id, deadline -> {
                    var home = Objects.requireNonNull(homes.get(deadline.householdId()));
                    var title = home.occupants().stream()
                            .map(Occupant::fullName)
                            .findFirst()
                            .orElse(home.name());
                    var what = words.french(
                            "legal.card",
                            words.french("legal.deadline." + deadline.kind()),
                            words.day(deadline.dueOn()));
                    return new CaseCard(title, what, home.id(), deadline.agencyId(), null, null);
                }));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(long id, StaffMember reader) {
        return reader.isAny(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR)
                && reader.worksFor(rows.require(id).agencyId());
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var deadline = rows.require(id);
        return List.of(
                new CaseFact(
                        words.words("legal.title"),
                        words.words("legal.deadline." + deadline.kind()),
                        "/impayes/" + deadline.caseId() + "/echeances"),
                new CaseFact(words.words("legal.until"), dates.day(deadline.dueOn()), null));
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        var deadline = rows.lock(id);
        if (String.valueOf(answers.get("outcome")).equals("DONE")) {
            var on = (LocalDate) Objects.requireNonNull(answers.get("doneOn"));
            if (on.isAfter(LocalDate.now(clock))) {
                throw new UserError("legal.error.day");
            }
            clockwork.met(deadline, Deadline.State.DONE, on);
        } else {
            clockwork.met(deadline, Deadline.State.VOID, null);
        }
        arrears.refreshNextAct(List.of(deadline.caseId()));
        return Map.of();
    }
}

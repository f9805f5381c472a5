package fr.allervers.arrears.social;

import fr.allervers.arrears.diary.ArrearsDiary;
import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.shared.Dates;
import fr.allervers.shared.Euros;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Households;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Relief measures to be approved, in the inbox. */
@Component
@Transactional
class ReliefKind implements CaseKind {

    private final Reliefs reliefs;
    private final Households households;
    private final ArrearsDiary words;
    private final Euros euros;
    private final Dates dates;

    ReliefKind(Reliefs reliefs, Households households, ArrearsDiary words, Euros euros, Dates dates) {
        this.reliefs = reliefs;
        this.households = households;
        this.words = words;
        this.euros = euros;
        this.dates = dates;
    }

    @Override
    public String key() {
        return Reliefs.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        var found = reliefs.byIds(ids);
        var homes = households.byIds(found.stream().map(Relief::householdId).collect(Collectors.toSet()));
        return found.stream()
                .filter(relief -> homes.containsKey(relief.householdId()))
                .collect(Collectors.toMap(
                        Relief::id,
                        relief -> SocialCards.card(
                                Objects.requireNonNull(homes.get(relief.householdId())),
                                relief.agencyId(),
                                words.french("relief.kind." + relief.kind())
                                        + " · "
                                        + words.euros(relief.amountCents()))));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(long id, StaffMember reader) {
        return reader.isAny(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR)
                && reliefs.byIds(List.of(id)).stream().anyMatch(relief -> reader.worksFor(relief.agencyId()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var relief = reliefs.byIds(List.of(id)).get(0);
        var facts = new ArrayList<CaseFact>();
        facts.add(new CaseFact(
                words.words("relief.kind." + relief.kind()),
                euros.text(relief.amountCents()),
                "/impayes/" + relief.caseId() + "/aides"));
        facts.add(new CaseFact(
                words.words("relief.beneficiary"), words.words("relief.beneficiary." + relief.beneficiary()), null));
        if (relief.untilOn() != null) {
            facts.add(new CaseFact(words.words("relief.until"), dates.day(relief.untilOn()), null));
        }
        if (relief.months() != null) {
            facts.add(new CaseFact(words.words("relief.months"), relief.months().toString(), null));
        }
        facts.add(new CaseFact(words.words("relief.reason"), relief.reason(), null));
        return facts;
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        var approved = String.valueOf(answers.get("decision")).equals("APPROVE");
        var note = answers.get("note");
        reliefs.decide(reliefs.lock(id), approved, note == null ? null : note.toString(), by);
        return Map.of("approved", approved);
    }
}

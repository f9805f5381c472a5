package fr.allervers.arrears.social;

import fr.allervers.arrears.diary.ArrearsDiary;
import fr.allervers.arrears.social.AidRequest.State;
import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.shared.Dates;
import fr.allervers.shared.Euros;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Households;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Aids to be followed, in the inbox. */
@Component
@Transactional
class AidKind implements CaseKind {

    private final AidRequests aids;
    private final Households households;
    private final ArrearsDiary words;
    private final Euros euros;
    private final Dates dates;

    AidKind(AidRequests aids, Households households, ArrearsDiary words, Euros euros, Dates dates) {
        this.aids = aids;
        this.households = households;
        this.words = words;
        this.euros = euros;
        this.dates = dates;
    }

    @Override
    public String key() {
        return AidRequests.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        var found = aids.byIds(ids);
        var homes = households.byIds(found.stream().map(AidRequest::householdId).collect(Collectors.toSet()));
        return found.stream()
                .filter(aid -> homes.containsKey(aid.householdId()))
                .collect(Collectors.toMap(
                        AidRequest::id,
                        aid -> SocialCards.card(
                                Objects.requireNonNull(homes.get(aid.householdId())),
                                aid.agencyId(),
                                words.french("aids.card", words.french("aids.scheme." + aid.scheme())))));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(long id, StaffMember reader) {
        return reader.isAny(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR)
                && aids.byIds(List.of(id)).stream().anyMatch(aid -> reader.worksFor(aid.agencyId()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var aid = aids.byIds(List.of(id)).get(0);
        return List.of(
                new CaseFact(
                        words.words("aids.scheme." + aid.scheme()),
                        words.words("aids.state." + aid.state()),
                        "/impayes/" + aid.caseId() + "/aides"),
                new CaseFact(words.words("aids.asked"), euros.text(aid.askedCents()), null),
                new CaseFact(words.words("aids.asked-on"), dates.day(aid.askedOn()), null));
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        var state = State.valueOf(String.valueOf(answers.get("state")));
        aids.move(aids.lock(id), state, cents(answers.get("granted")));
        return Map.of("open", state.isOpen());
    }

    private static @Nullable Long cents(@Nullable Object euros) {
        return euros == null
                ? null
                : new BigDecimal(euros.toString()).movePointRight(2).longValueExact();
    }
}

package fr.allervers.allocation.urgent;

import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.shared.Dates;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Temporary occupancies in the inbox: their end is prepared in time. */
@Component
@Transactional
class OccupancyKind implements CaseKind {

    private final Occupancies occupancies;
    private final MessageSource messages;
    private final Dates dates;

    OccupancyKind(Occupancies occupancies, MessageSource messages, Dates dates) {
        this.occupancies = occupancies;
        this.messages = messages;
        this.dates = dates;
    }

    @Override
    public String key() {
        return OccupancySteps.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        return occupancies.byIds(ids).stream()
                .collect(Collectors.toMap(
                        Occupancy::id,
                        one -> new CaseCard(
                                one.person(), one.dwelling(), one.householdId(), one.agencyId(), null, null)));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(long id, StaffMember reader) {
        return reader.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR, Role.DIRECTOR)
                && reader.worksFor(occupancies.require(id).agencyId());
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var of = occupancies.require(id);
        return List.of(
                new CaseFact(words("outcome.occupancy.until"), dates.day(of.untilOn()), null),
                new CaseFact(words("outcome.occupancy.why"), of.reason(), null));
    }

    private String words(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        var result = String.valueOf(answers.get("outcome"));
        if (result.equals("EXTENDED")) {
            occupancies.prolong(id, (LocalDate) Objects.requireNonNull(answers.get("untilDay")));
        } else {
            occupancies.over(id);
        }
        return Map.of("outcome", result);
    }
}

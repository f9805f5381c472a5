package fr.allervers.allocation.urgent;

import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Urgent allocations in the inbox. */
@Component
@Transactional
class UrgentKind implements CaseKind {

    private final UrgentAllocations urgents;
    private final MessageSource messages;
    private final Clock clock;

    UrgentKind(UrgentAllocations urgents, MessageSource messages, Clock clock) {
        this.urgents = urgents;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String key() {
        return UrgentSteps.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        return urgents.byIds(ids).stream()
                .collect(Collectors.toMap(
                        UrgentAllocation::id,
                        one -> new CaseCard(one.person(), one.dwelling(), null, one.agencyId(), "RED", null)));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(long id, StaffMember reader) {
        return reader.isAny(Role.ALLOCATION_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR)
                && reader.worksFor(urgents.require(id).agencyId());
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var of = urgents.require(id);
        return List.of(
                new CaseFact(words("outcome.urgent.reason"), words("outcome.urgent.reason." + of.reason()), null),
                new CaseFact(words("outcome.urgent.facts"), of.facts(), null),
                new CaseFact(words("outcome.urgent.title"), words("outcome.open"), "/attributions/urgences"));
    }

    private String words(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    @Override
    public Map<String, Object> prefill(long id, String step) {
        return step.startsWith("place-household") ? Map.of("fromDay", LocalDate.now(clock)) : Map.of();
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        if (step.startsWith("place-household")) {
            urgents.place(id, answers, by);
            return Map.of("outcome", "PLACED");
        }
        var result = String.valueOf(answers.get("outcome"));
        urgents.decide(id, result.equals("APPROVED"), String.valueOf(answers.get("why")), by);
        return Map.of("outcome", result);
    }
}

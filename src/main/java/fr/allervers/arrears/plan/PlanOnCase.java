package fr.allervers.arrears.plan;

import fr.allervers.arrears.diary.ArrearsDiary;
import fr.allervers.arrears.prevention.CaseFactSource;
import fr.allervers.arrears.prevention.DueAct;
import fr.allervers.arrears.prevention.DueActs;
import fr.allervers.inbox.CaseFact;
import fr.allervers.shared.Dates;
import fr.allervers.shared.Euros;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plan on the case's page and in the worktray. */
@Component
@Transactional(readOnly = true)
class PlanOnCase implements CaseFactSource, DueActs {

    private final PlanRows rows;
    private final ArrearsDiary words;
    private final Euros euros;
    private final Dates dates;

    PlanOnCase(PlanRows rows, ArrearsDiary words, Euros euros, Dates dates) {
        this.rows = rows;
        this.words = words;
        this.euros = euros;
        this.dates = dates;
    }

    @Override
    public List<CaseFact> facts(long caseId, StaffMember reader) {
        if (!reader.isAny(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR)) {
            return List.of();
        }
        var facts = new ArrayList<CaseFact>();
        var state = rows.activeOf(List.of(caseId)).stream()
                .findFirst()
                .map(plan -> words.words("plan.status." + plan.status()) + " · " + euros.text(plan.debtCents()))
                .orElseGet(() -> words.words("plan.none"));
        facts.add(new CaseFact(words.words("plan.title"), state, "/impayes/" + caseId + "/plan"));
        for (var next : rows.next(List.of(caseId))) {
            facts.add(new CaseFact(
                    words.words(next.breachOn() == null ? "plan.fact.next" : "plan.fact.missed"),
                    euros.text(next.missingCents()) + " · " + dates.day(next.dueOn()),
                    null));
        }
        return facts;
    }

    @Override
    public Optional<CaseRef> process(long caseId) {
        return rows.activeOf(List.of(caseId)).stream()
                .findFirst()
                .map(plan -> new CaseRef(RepaymentPlans.KIND, plan.id()));
    }

    @Override
    public Map<Long, DueAct> next(Collection<Long> caseIds) {
        var acts = new HashMap<Long, DueAct>();
        for (var next : rows.next(caseIds)) {
            if (next.breachOn() != null) {
                var reason = words.french("plan.act.reason", words.euros(next.missingCents()), words.day(next.dueOn()));
                acts.put(
                        next.caseId(),
                        new DueAct("contact-after-breach", Objects.requireNonNull(next.breachOn()), reason));
            }
        }
        return acts;
    }
}

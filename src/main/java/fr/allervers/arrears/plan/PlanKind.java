package fr.allervers.arrears.plan;

import fr.allervers.arrears.diary.ArrearsDiary;
import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.shared.Dates;
import fr.allervers.shared.Euros;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import fr.allervers.tenancy.Occupant;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Followed repayment plans in the inbox. */
@Component
@Transactional
class PlanKind implements CaseKind {

    /** A missed instalment is let pass for a while, not for good. */
    private static final int LONGEST_PATIENCE_DAYS = 31;

    private final PlanRows rows;
    private final PlanEnds ends;
    private final Households households;
    private final ArrearsDiary words;
    private final Euros euros;
    private final Dates dates;
    private final Clock clock;

    PlanKind(
            PlanRows rows,
            PlanEnds ends,
            Households households,
            ArrearsDiary words,
            Euros euros,
            Dates dates,
            Clock clock) {
        this.rows = rows;
        this.ends = ends;
        this.households = households;
        this.words = words;
        this.euros = euros;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public String key() {
        return RepaymentPlans.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        var plans = rows.byIds(ids);
        var homes =
                households.byIds(plans.stream().map(RepaymentPlan::householdId).collect(Collectors.toSet()));
        return plans.stream()
                .filter(plan -> homes.containsKey(plan.householdId()))
                .collect(Collectors.toMap(
                        RepaymentPlan::id, plan -> card(plan, Objects.requireNonNull(homes.get(plan.householdId())))));
    }

    private CaseCard card(RepaymentPlan plan, Household home) {
        var title =
                home.occupants().stream().map(Occupant::fullName).findFirst().orElse(home.name());
        var subtitle = words.french(
                "plan.card",
                words.euros(plan.debtCents()),
                plan.terms().schedule().size());
        return new CaseCard(title, subtitle, home.id(), plan.agencyId(), null, null);
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
        var plan = rows.require(id);
        var facts = new ArrayList<CaseFact>();
        facts.add(new CaseFact(words.words("plan.fact.status"), words.words("plan.status." + plan.status()), null));
        facts.add(new CaseFact(
                words.words("plan.title"), euros.text(plan.debtCents()), "/impayes/" + plan.caseId() + "/plan"));
        rows.next(List.of(plan.caseId())).stream()
                .filter(next -> next.planId() == id)
                .forEach(next -> facts.add(new CaseFact(
                        words.words("plan.fact.next"),
                        euros.text(next.missingCents()) + " · " + dates.day(next.dueOn()),
                        null)));
        for (var occupant : households.require(plan.householdId()).occupants()) {
            occupant.phones().stream()
                    .filter(phone -> !phone.dead() && !occupant.doNotCall())
                    .forEach(phone ->
                            facts.add(new CaseFact(occupant.fullName(), phone.display(), "tel:" + phone.e164())));
        }
        return facts;
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        var plan = rows.lock(id);
        var outcome = String.valueOf(answers.get("outcome"));
        if (outcome.equals("CONTINUE")) {
            patience(plan, (LocalDate) Objects.requireNonNull(answers.get("promisedOn")));
        }
        ends.note(plan, "plan.log.contact." + outcome);
        return Map.of("outcome", outcome);
    }

    private void patience(RepaymentPlan plan, LocalDate promisedOn) {
        var today = LocalDate.now(clock);
        if (promisedOn.isBefore(today) || promisedOn.isAfter(today.plusDays(LONGEST_PATIENCE_DAYS))) {
            throw new UserError("plan.refused.PATIENCE", LONGEST_PATIENCE_DAYS);
        }
        rows.update(plan.id(), Set.of(PlanStatus.SIGNED), "patience_until = ?, breach_on = null", promisedOn);
    }
}

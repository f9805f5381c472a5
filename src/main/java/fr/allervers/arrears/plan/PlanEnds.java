package fr.allervers.arrears.plan;

import fr.allervers.arrears.diary.ArrearsDiary;
import fr.allervers.arrears.plan.PlanCourse.Turn;
import fr.allervers.arrears.prevention.ArrearsCase;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.settings.ArrearsSettings;
import fr.allervers.arrears.settings.Setting;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How followed plans end, and what their process is told. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlanEnds {

    private static final Set<PlanStatus> FOLLOWED = Set.of(PlanStatus.SIGNED);

    private final PlanRows rows;
    private final PlanProgress progress;
    private final PlanMessages messages;
    private final ArrearsCases arrears;
    private final ArrearsSettings settings;
    private final RentAccounts accounts;
    private final Cases cases;
    private final ArrearsDiary diary;
    private final Clock clock;

    PlanEnds(
            PlanRows rows,
            PlanProgress progress,
            PlanMessages messages,
            ArrearsCases arrears,
            ArrearsSettings settings,
            RentAccounts accounts,
            Cases cases,
            ArrearsDiary diary,
            Clock clock) {
        this.rows = rows;
        this.progress = progress;
        this.messages = messages;
        this.arrears = arrears;
        this.settings = settings;
        this.accounts = accounts;
        this.cases = cases;
        this.diary = diary;
        this.clock = clock;
    }

    /** Looks at the account and moves the process when that changes something. */
    void looked(long planId) {
        var plan = rows.lock(planId);
        if (plan.status() != PlanStatus.SIGNED) {
            return;
        }
        var course = progress.look(plan);
        var ref = new CaseRef(RepaymentPlans.KIND, planId);
        if (course.turn() != Turn.MISSED && cases.correlate("instalment-caught-up", ref)) {
            note(plan, "plan.log.caught-up");
            arrears.refreshNextAct(List.of(plan.caseId()));
        }
        cases.correlate("account-moved", ref);
    }

    /** An instalment is missed: the case's next act is another one. */
    void missed(RepaymentPlan plan) {
        note(plan, "plan.log.missed");
        arrears.refreshNextAct(List.of(plan.caseId()));
    }

    /** Every instalment is paid. When the household owes something else nonetheless, somebody decides what comes next. */
    void kept(RepaymentPlan plan) {
        if (end(plan, PlanStatus.KEPT, "plan.log.kept") && owes(plan)) {
            arrears.planKept(plan.caseId());
        }
    }

    private boolean owes(RepaymentPlan plan) {
        var today = LocalDate.now(clock);
        return accounts.standing(plan.leaseId(), today).debtCents()
                >= Math.max(1, settings.at(today).cents(Setting.CLEARED_BELOW));
    }

    void broken(RepaymentPlan plan) {
        if (end(plan, PlanStatus.BROKEN, "plan.log.broken")) {
            arrears.planBroken(plan.caseId());
        }
    }

    /** Until the next plan is signed, the case is one in which somebody decides. */
    void renegotiated(RepaymentPlan plan) {
        if (end(plan, PlanStatus.RENEGOTIATED, "plan.log.renegotiated")) {
            arrears.planRenegotiated(plan.caseId());
        }
    }

    /** The case closed: a followed plan is kept when the debt is cleared, whatever else is given up. */
    void caseClosed(long caseId, boolean cleared) {
        for (var plan : rows.activeOf(List.of(caseId))) {
            var locked = rows.lock(plan.id());
            if (locked.status() == PlanStatus.SIGNED) {
                end(
                        locked,
                        cleared ? PlanStatus.KEPT : PlanStatus.CANCELLED,
                        cleared ? "plan.log.kept" : "plan.log.cancelled");
                stop(locked);
            } else if (locked.status().isActive()) {
                rows.update(
                        locked.id(),
                        Set.of(PlanStatus.DRAFT, PlanStatus.OFFERED),
                        "status = 'CANCELLED', ended_at = ?",
                        clock.instant());
                messages.withdraw(locked);
            }
        }
    }

    /** Ends the plan's process from outside. */
    void stop(RepaymentPlan plan) {
        cases.correlate("plan-ended", new CaseRef(RepaymentPlans.KIND, plan.id()));
    }

    private boolean end(RepaymentPlan plan, PlanStatus as, String log) {
        if (!rows.update(plan.id(), FOLLOWED, "status = ?, ended_at = ?", as.name(), clock.instant())) {
            return false;
        }
        progress.hold(plan, 0);
        messages.withdraw(plan);
        note(plan, log);
        return true;
    }

    /** Told of the case and of the plan, once of the household. */
    void note(RepaymentPlan plan, String key, Object... args) {
        ArrearsCase of = arrears.byIds(List.of(plan.caseId())).get(plan.caseId());
        if (of != null) {
            diary.note(of, Timeline.Kind.DECISION, key, args);
        }
        diary.write(new CaseRef(RepaymentPlans.KIND, plan.id()), null, Timeline.Kind.DECISION, null, false, key, args);
    }
}

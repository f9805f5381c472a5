package fr.allervers.arrears.plan;

import fr.allervers.arrears.diary.ArrearsDiary;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.settings.ArrearsSettings;
import fr.allervers.arrears.settings.Setting;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done about the repayment plans of cases of unpaid rent. Acts check the signed-in person's agency through the case. */
@Component
@Transactional
public class RepaymentPlans {

    /** The process, and the kind of case in the inbox. */
    public static final String KIND = "repayment-plan";

    private final PlanRows rows;
    private final PlanEnds ends;
    private final PlanProgress progress;
    private final PlanMessages messages;
    private final PlanSignature signature;
    private final ArrearsCases arrears;
    private final ArrearsSettings settings;
    private final RentAccounts accounts;
    private final Cases cases;
    private final ArrearsDiary diary;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    RepaymentPlans(
            PlanRows rows,
            PlanEnds ends,
            PlanProgress progress,
            PlanMessages messages,
            PlanSignature signature,
            ArrearsCases arrears,
            ArrearsSettings settings,
            RentAccounts accounts,
            Cases cases,
            ArrearsDiary diary,
            CurrentStaff currentStaff,
            Clock clock) {
        this.rows = rows;
        this.ends = ends;
        this.progress = progress;
        this.messages = messages;
        this.signature = signature;
        this.arrears = arrears;
        this.settings = settings;
        this.accounts = accounts;
        this.cases = cases;
        this.diary = diary;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /**
     * What a plan of this case may spread today: what may be asked for.
     *
     * @return cents
     */
    @Transactional(readOnly = true)
    public long debtToSpread(long caseId) {
        return accounts.standing(arrears.require(caseId).leaseId(), LocalDate.now(clock))
                .collectableCents();
    }

    /**
     * Drafts a plan; one after a plan that was renegotiated or broken takes its place in the chain.
     *
     * @param terms with a debt of at most {@link #debtToSpread}; what is left besides is to be paid first
     * @param caf made at the CAF's or MSA's request
     * @throws UserError when the case has an active plan (409), is closed, or the terms cannot be agreed
     */
    public long draft(long caseId, PlanTerms terms, boolean caf) {
        var of = arrears.require(caseId);
        if (!of.isOpen()) {
            throw new UserError(HttpStatus.CONFLICT, "plan.case-closed");
        }
        var today = LocalDate.now(clock);
        var rules = settings.at(today);
        var owed = accounts.standing(of.leaseId(), today).collectableCents();
        if (terms.debtCents() > owed) {
            throw new UserError("plan.refused.MORE_THAN_OWED");
        }
        PlanTermsPolicy.refusal(terms, rules, today, caf).ifPresent(refusal -> {
            throw new UserError("plan.refused." + refusal);
        });
        var before = rows.ofCase(caseId).stream().findFirst();
        var id = rows.insert(new MapSqlParameterSource("case_id", caseId)
                .addValue("lease_id", of.leaseId())
                .addValue("household_id", of.householdId())
                .addValue("agency_id", of.agencyId())
                .addValue("version_no", before.map(RepaymentPlan::version).orElse(0) + 1)
                .addValue("previous_id", before.map(RepaymentPlan::id).orElse(null))
                .addValue("status", PlanStatus.DRAFT.name())
                .addValue("debt_cents", terms.debtCents())
                .addValue("debt_as_of", today)
                .addValue("debt_read_at", clock.instant())
                .addValue("outside_cents", owed - terms.debtCents())
                .addValue("first_payment_cents", terms.firstPaymentCents())
                .addValue("first_payment_on", terms.firstPaymentCents() == 0 ? null : terms.firstPaymentOn())
                .addValue("instalment_cents", terms.instalmentCents())
                .addValue("first_month", terms.firstMonth().atDay(1))
                .addValue("day_of_month", terms.dayOfMonth())
                .addValue("caf", caf)
                .addValue("tolerance_days", rules.count(Setting.PLAN_TOLERANCE))
                .addValue("reminder_days", rules.count(Setting.PLAN_REMINDER))
                .addValue("made_at", clock.instant())
                .addValue("made_by", who()));
        diary.note(of, Timeline.Kind.DECISION, "plan.log.drafted", terms.count());
        return id;
    }

    /** Tells the household of the draft. */
    public void offer(long planId) {
        var plan = requireMine(planId);
        move(plan, Set.of(PlanStatus.DRAFT), "status = 'OFFERED', offered_at = ?", clock.instant());
        messages.offer(plan, signature.address(plan));
        diary.note(arrears.require(plan.caseId()), Timeline.Kind.MESSAGE, "plan.log.offered");
    }

    /** The household signs before the signed-in officer (signé au guichet), a draft or what was offered. */
    public void signAtDesk(long planId) {
        requireMine(planId);
        sign(planId, SignedHow.DESK);
    }

    /**
     * The plan is signed: from now on it is followed.
     *
     * @throws UserError 409 when it no longer waits for a signature, or its first day has passed
     */
    public void sign(long planId, SignedHow how) {
        var plan = rows.lock(planId);
        var schedule = plan.terms().schedule();
        if (schedule.get(0).dueOn().isBefore(LocalDate.now(clock))) {
            throw new UserError(HttpStatus.CONFLICT, "plan.stale");
        }
        move(
                plan,
                Set.of(PlanStatus.DRAFT, PlanStatus.OFFERED),
                "status = 'SIGNED', signed_at = ?, signed_how = ?",
                clock.instant(),
                how.name());
        rows.keepSchedule(planId, schedule);
        progress.look(rows.lock(planId));
        ends.note(plan, "plan.log.signed." + how);
        arrears.planSigned(plan.caseId());
        cases.start(new CaseRef(KIND, planId), Map.of());
    }

    /** Gives up a plan that nobody signed. */
    public void cancel(long planId) {
        var plan = requireMine(planId);
        move(plan, Set.of(PlanStatus.DRAFT, PlanStatus.OFFERED), "status = 'CANCELLED', ended_at = ?", clock.instant());
        messages.withdraw(plan);
        signature.revoke(plan);
        diary.note(arrears.require(plan.caseId()), Timeline.Kind.DECISION, "plan.log.cancelled");
    }

    /** Ends a followed plan so that another can take its place. */
    public void renegotiate(long planId) {
        var plan = requireMine(planId);
        if (plan.status() != PlanStatus.SIGNED) {
            throw new UserError(HttpStatus.CONFLICT, "plan.not-so");
        }
        ends.renegotiated(plan);
        ends.stop(plan);
    }

    /** Reads the account of this lease again for its followed plan. */
    public void allocate(long leaseId) {
        rows.signedOf(leaseId).forEach(ends::looked);
    }

    private RepaymentPlan requireMine(long planId) {
        var plan = rows.lock(planId);
        arrears.require(plan.caseId());
        return plan;
    }

    private void move(RepaymentPlan plan, Set<PlanStatus> when, String set, @Nullable Object... values) {
        if (!rows.update(plan.id(), when, set, values)) {
            throw new UserError(HttpStatus.CONFLICT, "plan.not-so");
        }
    }

    private String who() {
        return currentStaff.find().map(person -> person.username()).orElse("allervers");
    }
}

package fr.allervers.arrears.plan;

import fr.allervers.arrears.plan.Allocation.Movement;
import fr.allervers.arrears.plan.Allocation.Paid;
import fr.allervers.arrears.plan.Allocation.What;
import fr.allervers.arrears.plan.PlanCourse.Turn;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.prevention.CaseStatus;
import fr.allervers.arrears.settings.ArrearsSettings;
import fr.allervers.arrears.settings.Setting;
import fr.allervers.ledger.Hold;
import fr.allervers.ledger.HoldKind;
import fr.allervers.ledger.RentAccounts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Follows signed plans: reads the account, allocates, keeps what it found, holds in the ledger what is still spread. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlanProgress {

    /** Rejected debits are matched with payments of so many months before the plan. */
    private static final int BEFORE_MONTHS = 3;

    private final PlanRows rows;
    private final RentAccounts accounts;
    private final ArrearsCases cases;
    private final ArrearsSettings settings;
    private final Clock clock;

    PlanProgress(PlanRows rows, RentAccounts accounts, ArrearsCases cases, ArrearsSettings settings, Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.cases = cases;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reads the account again and keeps what it says of the instalments; the plan is locked. */
    PlanCourse look(RepaymentPlan plan) {
        rows.update(plan.id(), Set.of(PlanStatus.SIGNED), "moved = false");
        var lines = rows.lines(plan.id());
        var paid = Allocation.allocate(
                lines.stream().map(PlanRows.Line::instalment).toList(), movements(plan));
        paid.forEach(one -> rows.paid(plan.id(), one.instalment().number(), one.paidCents()));
        var course = course(plan, lines, paid);
        if (course.turn() != Turn.MISSED) {
            rows.update(plan.id(), Set.of(PlanStatus.SIGNED), "breach_on = null");
        } else if (plan.breachOn() == null) {
            rows.update(plan.id(), Set.of(PlanStatus.SIGNED), "breach_on = ?", LocalDate.now(clock));
        }
        hold(plan, course.turn() == Turn.MISSED ? 0 : missing(paid));
        return course;
    }

    /** Where the plan stands by what was kept last, without a look at the account. */
    PlanCourse known(RepaymentPlan plan) {
        var lines = rows.lines(plan.id());
        return course(
                plan,
                lines,
                lines.stream()
                        .map(line -> new Paid(line.instalment(), line.paidCents()))
                        .toList());
    }

    private PlanCourse course(RepaymentPlan plan, List<PlanRows.Line> lines, List<Paid> paid) {
        var reminded = lines.stream()
                .filter(line -> line.remindedOn() != null)
                .map(PlanRows.Line::number)
                .collect(Collectors.toSet());
        var hour = settings.at(LocalDate.now(clock)).count(Setting.LADDER_HOUR);
        var pausedUntil = pausedUntil(plan);
        var course = PlanCourse.at(
                clock.instant(),
                paid,
                reminded,
                new PlanCourse.Times(plan.toleranceDays(), plan.reminderDays(), hour, patience(plan, pausedUntil)));
        return pausedUntil != null && course.turn() == Turn.REMIND
                ? new PlanCourse(Turn.WAIT, null, course.nextAt())
                : course;
    }

    /** First day on which the case goes on; none while it is not paused. */
    private @Nullable LocalDate pausedUntil(RepaymentPlan plan) {
        var of = cases.byIds(List.of(plan.caseId())).get(plan.caseId());
        return of == null || of.status() != CaseStatus.PAUSED ? null : of.pausedUntil();
    }

    /** While the case is paused nothing is missed. */
    private static @Nullable LocalDate patience(RepaymentPlan plan, @Nullable LocalDate pausedUntil) {
        if (pausedUntil == null) {
            return plan.patienceUntil();
        }
        var last = pausedUntil.minusDays(1);
        return plan.patienceUntil() != null && plan.patienceUntil().isAfter(last) ? plan.patienceUntil() : last;
    }

    private List<Movement> movements(RepaymentPlan plan) {
        var today = LocalDate.now(clock);
        var all = new ArrayList<Movement>();
        if (plan.outsideCents() > 0) {
            all.add(new Movement(plan.debtAsOf(), What.RENT, plan.outsideCents()));
        }
        all.addAll(PlanMovements.since(
                accounts.entries(plan.leaseId(), plan.debtAsOf().minusMonths(BEFORE_MONTHS), today),
                plan.debtAsOf(),
                plan.debtReadAt()));
        return all;
    }

    private static long missing(List<Paid> paid) {
        return paid.stream().mapToLong(Paid::missingCents).sum();
    }

    /** What is still spread is not to be asked for otherwise. */
    void hold(RepaymentPlan plan, long cents) {
        var today = LocalDate.now(clock);
        var held = plan.holdId() == null
                ? 0
                : accounts.holds(plan.leaseId(), today).stream()
                        .filter(hold -> hold.id() == plan.holdId())
                        .mapToLong(Hold::amountCents)
                        .sum();
        if (held == cents) {
            return;
        }
        if (plan.holdId() != null) {
            accounts.lift(plan.holdId());
        }
        var next = cents == 0
                ? null
                : accounts.hold(new Hold(
                        0,
                        plan.leaseId(),
                        HoldKind.PLAN,
                        cents,
                        today,
                        null,
                        "Plan d’apurement " + plan.id(),
                        plan.madeBy()));
        rows.update(plan.id(), Set.of(PlanStatus.values()), "hold_id = ?", next);
    }
}

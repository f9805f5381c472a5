package fr.allervers.arrears.plan;

import fr.allervers.arrears.prevention.ArrearsCases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Repayment plans as people look at them, for who may read their case. */
@Component
@Transactional(readOnly = true)
public class PlanSheets {

    private final PlanRows rows;
    private final ArrearsCases arrears;
    private final Clock clock;

    PlanSheets(PlanRows rows, ArrearsCases arrears, Clock clock) {
        this.rows = rows;
        this.arrears = arrears;
        this.clock = clock;
    }

    /** An instalment of a plan as people see it. */
    public record Line(int number, LocalDate dueOn, long cents, long paidCents, State state) {}

    /** Where an instalment stands. */
    public enum State {
        TO_COME,
        PAID,
        PARTLY,
        /** Its day has passed. */
        LATE
    }

    /** A plan with its instalments. */
    public record Sheet(RepaymentPlan plan, List<Line> lines) {

        public long paidCents() {
            return lines.stream().mapToLong(Line::paidCents).sum();
        }

        public long leftCents() {
            return plan.debtCents() - paidCents();
        }
    }

    /** The plan with its instalments, for who may read the case. */
    public Sheet sheet(long planId) {
        var plan = rows.require(planId);
        arrears.require(plan.caseId());
        return sheet(plan);
    }

    private Sheet sheet(RepaymentPlan plan) {
        var today = LocalDate.now(clock);
        var kept = rows.lines(plan.id());
        return new Sheet(
                plan,
                kept.isEmpty()
                        ? plan.terms().schedule().stream()
                                .map(one -> new Line(one.number(), one.dueOn(), one.cents(), 0, State.TO_COME))
                                .toList()
                        : kept.stream().map(one -> line(one, today)).toList());
    }

    private static Line line(PlanRows.Line one, LocalDate today) {
        var state = one.paidCents() == one.amountCents()
                ? State.PAID
                : one.dueOn().isBefore(today) ? State.LATE : one.paidCents() > 0 ? State.PARTLY : State.TO_COME;
        return new Line(one.number(), one.dueOn(), one.amountCents(), one.paidCents(), state);
    }

    /** All plans of the case, the newest first: the chain of versions. */
    public List<RepaymentPlan> ofCase(long caseId) {
        arrears.require(caseId);
        return rows.ofCase(caseId);
    }

    /** The plan that is drafted, offered or followed. */
    public Optional<Sheet> active(long caseId) {
        return ofCase(caseId).stream()
                .filter(plan -> plan.status().isActive())
                .findFirst()
                .map(this::sheet);
    }

    /** The next instalment of those cases that have a followed plan, by case, in one query; asks for no right. */
    public Map<Long, NextInstalment> next(Collection<Long> caseIds) {
        return rows.next(caseIds).stream().collect(Collectors.toMap(NextInstalment::caseId, Function.identity()));
    }
}

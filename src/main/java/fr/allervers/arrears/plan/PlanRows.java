package fr.allervers.arrears.plan;

import fr.allervers.shared.web.UserError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of plans and of their instalments. */
@Component
class PlanRows {

    private static final String SELECT = """
            select id, case_id, lease_id, household_id, agency_id, version_no as version, previous_id, status, debt_cents, debt_as_of, debt_read_at,
                   outside_cents, first_payment_cents, first_payment_on, instalment_cents, first_month, day_of_month, caf, tolerance_days, reminder_days,
                   made_at, made_by, signed_at, signed_how, ended_at, end_reason, breach_on, patience_until, hold_id
              from repayment_plan
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An instalment as kept. */
    record Line(
            int number,
            LocalDate dueOn,
            long amountCents,
            long paidCents,
            @Nullable LocalDate remindedOn) {

        Instalment instalment() {
            return new Instalment(number, dueOn, amountCents);
        }
    }

    RepaymentPlan require(long id) {
        return find(id, "").orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "plan.unknown"));
    }

    /** The plan, which nobody else changes until the transaction ends. */
    RepaymentPlan lock(long id) {
        return find(id, " for update").orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "plan.unknown"));
    }

    private Optional<RepaymentPlan> find(long id, String how) {
        return jdbc.sql(SELECT + " where id = ?" + how)
                .param(id)
                .query(RepaymentPlan.class)
                .optional();
    }

    List<RepaymentPlan> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where id in (:ids)")
                        .param("ids", ids)
                        .query(RepaymentPlan.class)
                        .list();
    }

    /** All plans of the case, the newest first. */
    List<RepaymentPlan> ofCase(long caseId) {
        return jdbc.sql(SELECT + " where case_id = ? order by version_no desc")
                .param(caseId)
                .query(RepaymentPlan.class)
                .list();
    }

    List<RepaymentPlan> activeOf(Collection<Long> caseIds) {
        return caseIds.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where active_case_id in (:ids)")
                        .param("ids", caseIds)
                        .query(RepaymentPlan.class)
                        .list();
    }

    /**
     * Inserts a plan.
     *
     * @throws UserError 409 when the case has an active one: a unique key says so
     */
    long insert(MapSqlParameterSource columns) {
        var names = columns.getValues().keySet();
        try {
            return jdbc.sql("insert into repayment_plan (" + String.join(", ", names) + ") values (:"
                            + String.join(", :", names) + ") returning id")
                    .paramSource(columns)
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "plan.active-already");
        }
    }

    /** Changes columns, where the plan still has one of these statuses, and says whether it had. */
    boolean update(long id, Set<PlanStatus> when, String set, @Nullable Object... values) {
        var statement = jdbc.sql("update repayment_plan set " + set + " where id = ? and status in ("
                + String.join(
                        ", ",
                        when.stream().map(status -> "'" + status + "'").sorted().toList()) + ")");
        for (var value : values) {
            statement = statement.param(value);
        }
        return statement.param(id).update() == 1;
    }

    void keepSchedule(long planId, List<Instalment> schedule) {
        for (var one : schedule) {
            jdbc.sql("insert into plan_instalment (plan_id, number, due_on, amount_cents) values (?, ?, ?, ?)")
                    .params(planId, one.number(), one.dueOn(), one.cents())
                    .update();
        }
    }

    List<Line> lines(long planId) {
        return jdbc.sql(
                        "select number, due_on, amount_cents, paid_cents, reminded_on from plan_instalment where plan_id = ? order by number")
                .param(planId)
                .query(Line.class)
                .list();
    }

    void paid(long planId, int number, long cents) {
        jdbc.sql("update plan_instalment set paid_cents = ? where plan_id = ? and number = ? and paid_cents <> ?")
                .params(cents, planId, number, cents)
                .update();
    }

    void reminded(long planId, int number) {
        jdbc.sql("update plan_instalment set reminded_on = ? where plan_id = ? and number = ?")
                .params(LocalDate.now(clock), planId, number)
                .update();
    }

    /** Marks the followed plans of these leases: their accounts moved. */
    void moved(Set<Long> leaseIds) {
        if (!leaseIds.isEmpty()) {
            jdbc.sql("update repayment_plan set moved = true where status = 'SIGNED' and lease_id in (:leases)")
                    .param("leases", new HashSet<>(leaseIds))
                    .update();
        }
    }

    List<Long> movedPlans(long after, int limit) {
        return jdbc.sql(
                        "select id from repayment_plan where moved and status = 'SIGNED' and id > ? order by id limit ?")
                .params(after, limit)
                .query(Long.class)
                .list();
    }

    List<Long> signedOf(long leaseId) {
        return jdbc.sql("select id from repayment_plan where lease_id = ? and status = 'SIGNED'")
                .param(leaseId)
                .query(Long.class)
                .list();
    }

    /**
     * The next instalment that is not whole, of those cases that have a followed plan.
     */
    List<NextInstalment> next(Collection<Long> caseIds) {
        return caseIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select p.case_id, p.lease_id, p.id as plan_id, i.due_on, i.amount_cents - i.paid_cents as missing_cents, p.breach_on
                          from repayment_plan p join plan_instalment i on i.plan_id = p.id
                         where p.active_case_id in (:ids) and p.status = 'SIGNED'
                           and i.number = (select min(o.number) from plan_instalment o where o.plan_id = p.id and o.paid_cents < o.amount_cents)
                        """)
                        .param("ids", caseIds)
                        .query(NextInstalment.class)
                        .list();
    }
}

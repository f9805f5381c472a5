package fr.allervers.arrears.prevention;

import static java.util.Objects.requireNonNull;

import fr.allervers.ledger.Standing;
import fr.allervers.shared.WorkingTime;
import fr.allervers.workflow.Timeline;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes the rows of cases: a unique key over open leases allows one at a time, whoever opens it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CaseOpening {

    private static final String INSERT = """
            insert into arrears_case (lease_id, household_id, agency_id, status, launch, opened_on, since_on, ladder_from, rule, rule_version, reason,
                                      debt_cents, collectable_cents, months_owed, read_on, next_act, act_on, act_reason, urgency)
            values (?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAIT_STEP', ?, ?, ?)
            """;

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;
    private final UnpaidRents rents;
    private final CaseDiary diary;
    private final NextActs nextActs;
    private final WorkingTime workingTime;
    private final ApplicationEventPublisher events;

    CaseOpening(
            JdbcTemplate batch,
            JdbcClient jdbc,
            UnpaidRents rents,
            CaseDiary diary,
            NextActs nextActs,
            WorkingTime workingTime,
            ApplicationEventPublisher events) {
        this.batch = batch;
        this.jdbc = jdbc;
        this.rents = rents;
        this.diary = diary;
        this.nextActs = nextActs;
        this.workingTime = workingTime;
        this.events = events;
    }

    /**
     * A lease for which a case is to be opened.
     *
     * @param ruleVersion of the decision table; none when a person opens it
     */
    record Wanted(Standing standing, String rule, @Nullable String ruleVersion, String reason) {}

    /** Lists them to be started; leases with an open case are passed over. */
    void list(List<Wanted> wanted) {
        batch.batchUpdate(
                INSERT + " on duplicate key update id = id",
                wanted.stream().map(one -> row(one, "LISTED")).toList());
    }

    /** Makes the row of one case, to be started by the caller; the open case of the lease when there is one. */
    Made make(Wanted wanted) {
        var before = openOf(wanted.standing().leaseId());
        if (before != null) {
            return new Made(before, false);
        }
        try {
            batch.update(INSERT, row(wanted, "STARTED"));
        } catch (DuplicateKeyException quicker) {
            return new Made(requireNonNull(openOf(wanted.standing().leaseId())), false);
        }
        return new Made(requireNonNull(openOf(wanted.standing().leaseId())), true);
    }

    /** A case, and whether it is a new one. */
    record Made(long id, boolean fresh) {}

    /** Tells that these cases have begun. */
    void announce(List<Long> ids) {
        var begun = rents.findAllById(ids);
        begun.forEach(rent -> {
            var why = reason(rent.id());
            diary.write(rent, Timeline.Kind.DECISION, "opened", null, false, why);
            events.publishEvent(new ArrearsCaseOpened(rent.id(), rent.leaseId()));
        });
        nextActs.refresh(begun);
    }

    private String reason(long id) {
        return jdbc.sql("select reason from arrears_case where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Nullable
    Long openOf(long leaseId) {
        return jdbc.sql("select id from arrears_case where open_lease_id = ?")
                .param(leaseId)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private Object[] row(Wanted wanted, String launch) {
        var standing = wanted.standing();
        var since = standing.debtSince() == null ? standing.on() : standing.debtSince();
        return new @Nullable Object[] {
            standing.leaseId(),
            standing.householdId(),
            standing.agencyId(),
            launch,
            day(standing.on()),
            day(since),
            day(since),
            wanted.rule(),
            wanted.ruleVersion(),
            wanted.reason(),
            standing.debtCents(),
            standing.collectableCents(),
            standing.monthsOwed(),
            day(standing.on()),
            day(workingTime.nextWorkingDay(standing.on())),
            wanted.reason(),
            Urgency.WAITING.ordinal()
        };
    }

    private static Date day(LocalDate day) {
        return Date.valueOf(day);
    }
}

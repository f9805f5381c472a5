package fr.allervers.kpi.figure;

import fr.allervers.kpi.figure.FigureGround.Home;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases of unpaid rent with what belongs to them, as the modules' tables hold them; none of a moment: not yet. */
public final class ArrearsGround {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcClient jdbc;

    public ArrearsGround(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lastStep of the ladder that was done */
    public long opened(Home of, LocalDate on, LocalDate since, long debtCents, @Nullable String lastStep) {
        return id("""
                        insert into arrears_case (lease_id, household_id, agency_id, status, launch, opened_on, since_on, rule, reason, debt_cents, collectable_cents,
                                                  months_owed, read_on, ladder_from, last_step, next_act, act_on, act_reason, urgency)
                        values (?, ?, ?, 'OPEN', 'STARTED', ?, ?, 'Essai', 'Essai', ?, ?, 1, ?, ?, ?, 'WAIT', '2030-01-01', 'Essai', 0) returning id
                        """, of.lease(), of.household(), of.agency(), on, since, debtCents, debtCents, on, on, lastStep);
    }

    public void closed(long caseId, Instant at, String reason) {
        jdbc.sql("update arrears_case set status = 'CLOSED', closed_at = ?, close_reason = ? where id = ?")
                .params(Timestamp.from(at), reason, caseId)
                .update();
    }

    /** Something that was told on the case's timeline. */
    public void told(long caseId, String kind, Instant at) {
        jdbc.sql("""
                        insert into timeline_entry (case_kind, case_id, at, actor, actor_name, kind, what) values ('unpaid-rent-prevention', ?, ?, 'essai', 'Essai', ?, 'Essai')
                        """).params(caseId, Timestamp.from(at), kind).update();
    }

    public long offer(long caseId, Home of, Instant at) {
        return id("""
                        insert into appointment_offer (case_kind, case_id, household_id, agency_id, offered_at, closed_at)
                        values ('unpaid-rent-prevention', ?, ?, ?, ?, ?) returning id
                        """, caseId, of.household(), of.agency(), Timestamp.from(at), Timestamp.from(at));
    }

    public void appointment(long offerId, long caseId, Home of, String state) {
        jdbc.sql("""
                        insert into appointment (offer_id, case_kind, case_id, household_id, agency_id, staff_id, kind, place, starts_at, ends_at, state, booked_by, changed_at)
                        values (?, 'unpaid-rent-prevention', ?, ?, ?, ?, 'PHONE', 'Téléphone', '2026-12-01 09:00:00', '2026-12-01 09:30:00', ?, 'essai', '2026-11-24 09:00:00')
                        """)
                .params(offerId, caseId, of.household(), of.agency(), -1L - NUMBER.incrementAndGet(), state)
                .update();
    }

    public long plan(
            long caseId, Home of, String status, long debtCents, @Nullable Instant signed, @Nullable Instant ended) {
        return id(
                """
                        insert into repayment_plan (case_id, lease_id, household_id, agency_id, version_no, status, debt_cents, debt_as_of, debt_read_at, outside_cents,
                                                    first_payment_cents, instalment_cents, first_month, day_of_month, caf, tolerance_days, reminder_days, made_at, made_by,
                                                    signed_at, ended_at)
                        values (?, ?, ?, ?, ?, ?, ?, '2026-11-24', '2026-11-24 09:00:00', 0, 0, 5000, '2026-12-01', 5, false, 5, 3, '2026-11-24 09:00:00', 'essai', ?, ?) returning id
                        """,
                caseId,
                of.lease(),
                of.household(),
                of.agency(),
                NUMBER.incrementAndGet(),
                status,
                debtCents,
                signed == null ? null : Timestamp.from(signed),
                ended == null ? null : Timestamp.from(ended));
    }

    public long aid(
            long caseId, Home of, String state, LocalDate asked, @Nullable LocalDate decided, @Nullable Long granted) {
        return id("""
                        insert into aid_request (case_id, household_id, agency_id, scheme, state, granted_cents, asked_on, follow_on, decided_on, made_by, made_at)
                        values (?, ?, ?, 'FSL', ?, ?, ?, '2030-01-01', ?, 'essai', '2026-11-24 09:00:00') returning id
                        """, caseId, of.household(), of.agency(), state, granted, asked, decided);
    }

    public void deadline(long caseId, Home of, String kind, String state, LocalDate due) {
        jdbc.sql(
                        "insert into legal_deadline (case_id, household_id, agency_id, kind, due_on, state) values (?, ?, ?, ?, ?, ?)")
                .params(caseId, of.household(), of.agency(), kind, due, state)
                .update();
    }

    private long id(String sql, @Nullable Object... values) {
        return jdbc.sql(sql).params(Arrays.asList(values)).query(Long.class).single();
    }
}

package fr.allervers.arrears.social;

import fr.allervers.arrears.diary.ArrearsDiary;
import fr.allervers.arrears.prevention.ArrearsCaseClosed;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.settings.ArrearsSettings;
import fr.allervers.arrears.social.Relief.Beneficiary;
import fr.allervers.arrears.social.Relief.Kind;
import fr.allervers.ledger.Booking;
import fr.allervers.ledger.EntryKind;
import fr.allervers.ledger.Hold;
import fr.allervers.ledger.HoldKind;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Relief measures: proposed by one person, approved by a second one whom the amount says, then done. One open measure a case. */
@Component
@Transactional
public class Reliefs {

    /** The process, and the kind of case in the inbox. */
    public static final String KIND = "relief-measure";

    private static final String SELECT = """
            select id, case_id, lease_id, household_id, agency_id, beneficiary, kind, state, level, amount_cents, until_on, months, reason, proposed_by,
                   proposed_at, decided_by, decided_at, decision_note from relief_measure
            """;

    private final JdbcClient jdbc;
    private final ArrearsCases arrears;
    private final ArrearsSettings settings;
    private final RentAccounts accounts;
    private final ArrearsDiary diary;
    private final Cases cases;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    Reliefs(
            JdbcClient jdbc,
            ArrearsCases arrears,
            ArrearsSettings settings,
            RentAccounts accounts,
            ArrearsDiary diary,
            Cases cases,
            CurrentStaff currentStaff,
            Clock clock) {
        this.jdbc = jdbc;
        this.arrears = arrears;
        this.settings = settings;
        this.accounts = accounts;
        this.diary = diary;
        this.cases = cases;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** What somebody proposes. */
    public record Proposed(
            Beneficiary beneficiary,
            Kind kind,
            long amountCents,
            @Nullable LocalDate untilOn,
            @Nullable Integer months,
            String reason) {}

    /** The case's measures, the newest first. */
    @Transactional(readOnly = true)
    public List<Relief> ofCase(long caseId) {
        arrears.require(caseId);
        return jdbc.sql(SELECT + " where case_id = ? order by id desc")
                .param(caseId)
                .query(Relief.class)
                .list();
    }

    /**
     * Proposes a measure to who may approve it.
     *
     * @throws UserError when it cannot be, or another one is open (409)
     */
    public long propose(long caseId, Proposed proposed) {
        var of = arrears.require(caseId);
        var today = LocalDate.now(clock);
        var rules = settings.at(today);
        if (proposed.reason().isBlank()) {
            throw new UserError("relief.refused.REASON");
        }
        var debt = accounts.standing(of.leaseId(), today).debtCents();
        ReliefPolicy.refusal(
                        proposed.kind(), proposed.amountCents(), debt, proposed.untilOn(), proposed.months(), rules)
                .ifPresent(refusal -> {
                    throw new UserError("relief.refused." + refusal);
                });
        var level = ReliefPolicy.level(proposed.amountCents(), proposed.beneficiary(), rules);
        long id;
        try {
            id = jdbc.sql("""
                            insert into relief_measure (case_id, lease_id, household_id, agency_id, beneficiary, kind, state, level, amount_cents, until_on, months, reason,
                                                        proposed_by, proposed_at)
                            values (?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?, ?, ?, ?, ?, ?) returning id
                            """)
                    .params(Arrays.asList(
                            caseId,
                            of.leaseId(),
                            of.householdId(),
                            of.agencyId(),
                            proposed.beneficiary().name(),
                            proposed.kind().name(),
                            level.name(),
                            proposed.amountCents(),
                            proposed.kind() == Kind.POSTPONE ? proposed.untilOn() : null,
                            proposed.kind() == Kind.SPREAD ? proposed.months() : null,
                            cut(proposed.reason()),
                            currentStaff.require().username(),
                            clock.instant()))
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "relief.open-already");
        }
        diary.note(
                of,
                Timeline.Kind.DECISION,
                "relief.log.proposed",
                diary.french("relief.kind." + proposed.kind()),
                diary.euros(proposed.amountCents()));
        cases.start(new CaseRef(KIND, id), Map.of("level", level.name()));
        return id;
    }

    /**
     * A second person approves or refuses.
     *
     * @throws UserError when it is the person who proposed it, or it is decided already (409)
     */
    void decide(Relief relief, boolean approved, @Nullable String note, StaffMember by) {
        if (relief.proposedBy().equals(by.username())) {
            throw new UserError("relief.second-person");
        }
        end(relief, approved ? Relief.State.APPROVED : Relief.State.REFUSED, by.username(), note);
    }

    private void end(Relief relief, Relief.State as, String by, @Nullable String note) {
        var ended = jdbc.sql(
                        "update relief_measure set state = ?, decided_by = ?, decided_at = ?, decision_note = ? where id = ? and state = 'PROPOSED'")
                .params(Arrays.asList(as.name(), by, clock.instant(), note == null ? null : cut(note), relief.id()))
                .update();
        if (ended == 0) {
            throw new UserError(HttpStatus.CONFLICT, "relief.not-so");
        }
        var of = arrears.byIds(List.of(relief.caseId())).get(relief.caseId());
        if (of != null) {
            diary.note(
                    of,
                    Timeline.Kind.DECISION,
                    "relief.log." + as,
                    diary.french("relief.kind." + relief.kind()),
                    diary.euros(relief.amountCents()));
        }
    }

    /**
     * Does what was approved, once: a remission is a credit on the account, a postponement a hold. A spreading is agreed as a plan, by the
     * officer. Never more is remitted than is owed by then.
     */
    void apply(long id) {
        var relief = lock(id);
        var today = LocalDate.now(clock);
        switch (relief.kind()) {
            case PARTIAL_REMISSION, TOTAL_REMISSION -> {
                var owed = accounts.standing(relief.leaseId(), today).debtCents();
                var cents = Math.min(owed, relief.amountCents());
                if (cents > 0) {
                    accounts.book(new Booking(
                            KIND + "/" + id,
                            relief.leaseId(),
                            EntryKind.CREDIT,
                            null,
                            cents,
                            today,
                            diary.french("relief.entry"),
                            relief.reason()));
                }
            }
            case POSTPONE ->
                accounts.hold(new Hold(
                        0,
                        relief.leaseId(),
                        HoldKind.POSTPONED,
                        relief.amountCents(),
                        today,
                        relief.untilOn(),
                        cutTo(relief.reason(), 300),
                        relief.proposedBy()));
            case SPREAD -> {}
        }
    }

    Relief lock(long id) {
        return jdbc.sql(SELECT + " where id = ? for update")
                .param(id)
                .query(Relief.class)
                .optional()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "relief.unknown"));
    }

    List<Relief> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where id in (:ids)")
                        .param("ids", ids)
                        .query(Relief.class)
                        .list();
    }

    /** With the case falls what was proposed for it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ArrearsCaseClosed closed) {
        for (var relief : jdbc.sql(SELECT + " where open_case_id = ?")
                .param(closed.id())
                .query(Relief.class)
                .list()) {
            end(relief, Relief.State.WITHDRAWN, "allervers", null);
            cases.correlate("relief-withdrawn", new CaseRef(KIND, relief.id()));
        }
    }

    private static String cut(String text) {
        return cutTo(text.strip(), 500);
    }

    private static String cutTo(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}

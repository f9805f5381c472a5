package fr.allervers.arrears.prevention;

import fr.allervers.ledger.RentAccounts;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cases of unpaid rent. Acts join or open a transaction and check the signed-in person's role and agency; where nobody is signed
 * in, the application itself acts. Acts on one case follow each other: the row is locked.
 */
@Component
@Transactional
public class ArrearsCases {

    /** The process, and the kind of case in the inbox. */
    public static final String KIND = "unpaid-rent-prevention";

    private static final Role[] READERS = {
        Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.FIELD_MANAGER, Role.SUPERVISOR, Role.DIRECTOR
    };
    private static final Role[] ACTORS = {Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR};
    private static final int NOTE = 500;

    private final UnpaidRents rents;
    private final CaseOpening opening;
    private final CaseTurns turns;
    private final CaseClosing closing;
    private final CaseFreeze freeze;
    private final NextActs nextActs;
    private final CaseDiary diary;
    private final RentAccounts accounts;
    private final Cases engine;
    private final LadderDays days;
    private final CurrentStaff currentStaff;

    ArrearsCases(
            UnpaidRents rents,
            CaseOpening opening,
            CaseTurns turns,
            CaseClosing closing,
            CaseFreeze freeze,
            NextActs nextActs,
            CaseDiary diary,
            RentAccounts accounts,
            Cases engine,
            LadderDays days,
            CurrentStaff currentStaff) {
        this.rents = rents;
        this.opening = opening;
        this.turns = turns;
        this.closing = closing;
        this.freeze = freeze;
        this.nextActs = nextActs;
        this.diary = diary;
        this.accounts = accounts;
        this.engine = engine;
        this.days = days;
        this.currentStaff = currentStaff;
    }

    /**
     * This case.
     *
     * @throws UserError 404 when there is none
     * @throws AccessDeniedException when it is another agency's, or not for the signed-in person's roles
     */
    @Transactional(readOnly = true)
    public ArrearsCase require(long id) {
        var rent = rents.findById(id).orElseThrow(ArrearsCases::unknown);
        check(rent.agencyId(), READERS);
        return rent.view();
    }

    /** These cases, without a look at rights; unknown ids are left out. */
    @Transactional(readOnly = true)
    public Map<Long, ArrearsCase> byIds(Collection<Long> ids) {
        return rents.findAllById(ids).stream()
                .map(UnpaidRent::view)
                .collect(Collectors.toMap(ArrearsCase::id, one -> one));
    }

    /** The open case of this lease. */
    @Transactional(readOnly = true)
    public Optional<Long> openOf(long leaseId) {
        return Optional.ofNullable(opening.openOf(leaseId));
    }

    /**
     * Opens a case for this lease by hand, whatever the opening rule says, or gives the open one.
     *
     * @param reason one sentence of at most 300 characters
     */
    public long open(long leaseId, String reason) {
        var standing = accounts.standing(leaseId, days.today());
        check(standing.agencyId(), ACTORS);
        var made = opening.make(new CaseOpening.Wanted(standing, "by-hand", null, reason));
        if (made.fresh()) {
            engine.start(CaseDiary.ref(made.id()), Map.of());
            opening.announce(List.of(made.id()));
        }
        return made.id();
    }

    /** The household answered: the ladder waits some days, then somebody decides. For whoever holds or leads its appointments. */
    public void answered(long id, Answer how) {
        turns.answered(lock(id, READERS), how);
        tell(id, "answered");
    }

    /** What was answered came to nothing (appointment missed): the ladder goes on where it stood. */
    public void unanswered(long id) {
        turns.unanswered(lock(id, READERS));
        tell(id, "case-turned");
    }

    /**
     * Nothing is sent and no task opens before this day. Over-indebtedness freezes what is owed today; a death opens a task to check it.
     *
     * @param until first day on which prevention goes on, after today and within two years
     * @param note at most 500 characters, may be empty
     */
    public void pause(long id, PauseReason why, LocalDate until, String note) {
        if (!until.isAfter(days.today()) || until.isAfter(days.today().plusYears(2))) {
            throw new UserError("arrears.error.pause-day");
        }
        var rent = lock(id);
        var known = rent.pause() != null && rent.pause().pauseReason() == why;
        turns.pause(rent, why, until, text(note));
        if (why == PauseReason.OVER_INDEBTEDNESS && !engine.correlate("over-indebtedness", CaseDiary.ref(id))) {
            freeze.freeze(rent);
        }
        if (why == PauseReason.DECEASED && !known) {
            engine.correlate("tenant-deceased", CaseDiary.ref(id));
        }
        tell(id, "case-paused");
    }

    /** Ends the pause before its day; what it had interrupted (plan, litigation, ladder) goes on. */
    public void resume(long id) {
        act(id, turns::resume, "case-turned");
    }

    public void planSigned(long id) {
        act(id, turns::planSigned, "plan-signed");
    }

    /** The plan is broken: somebody decides what comes next. */
    public void planBroken(long id) {
        act(id, turns::planBroken, "plan-broken");
    }

    /** Every instalment of the plan is paid, and something else is owed: somebody decides what comes next. */
    public void planKept(long id) {
        act(id, turns::planKept, "case-turned");
    }

    /** The plan was ended so that another takes its place: until that is signed, somebody decides. */
    public void planRenegotiated(long id) {
        act(id, turns::planRenegotiated, "case-turned");
    }

    public void toLitigation(long id) {
        act(id, turns::toLitigation, "to-litigation");
    }

    public void backFromLitigation(long id) {
        act(id, turns::backFromLitigation, "back-from-litigation");
    }

    /** The tenant contests this much, in cents, above zero: it is no longer asked for; the rest still is. */
    public void dispute(long id, long cents, String why) {
        if (cents <= 0 || why.isBlank()) {
            throw new UserError("arrears.error.dispute");
        }
        var rent = lock(id);
        freeze.dispute(rent, cents, text(why));
        nextActs.refresh(rent);
    }

    /** The household promises to pay on this day: nothing is asked for before the next one. */
    public void promise(long id, LocalDate on, String note) {
        if (on.isBefore(days.today()) || on.isAfter(days.today().plusDays(60))) {
            throw new UserError("arrears.error.promise-day");
        }
        pause(id, PauseReason.PROMISE, on.plusDays(1), note);
    }

    /** Keeps a note with the case. */
    public void note(long id, String note) {
        if (note.isBlank()) {
            throw new UserError("arrears.error.note");
        }
        var rent = rents.findById(id).orElseThrow(ArrearsCases::unknown);
        check(rent.agencyId(), READERS);
        diary.write(rent, Timeline.Kind.NOTE, "note", text(note), false);
    }

    /** Ends the case though something is still owed; supervisors only. */
    public void closeByDecision(long id, String why) {
        if (why.isBlank()) {
            throw new UserError("arrears.error.note");
        }
        var rent = lock(id, Role.SUPERVISOR);
        diary.write(rent, Timeline.Kind.NOTE, "note", text(why), false);
        closing.close(rent, CloseReason.BY_DECISION);
        engine.correlate("debt-cleared", CaseDiary.ref(id));
    }

    /** Something that the recommended next act depends on has changed: an appointment, a deadline. Without a look at rights. */
    public void refreshNextAct(Collection<Long> ids) {
        nextActs.refresh(rents.lockAll(ids));
    }

    private void act(long id, Consumer<UnpaidRent> act, String message) {
        act.accept(lock(id));
        tell(id, message);
    }

    /** The process looks again: at the message's own event where it stands there, else at the one for all other facts. */
    private void tell(long id, String message) {
        rents.flush();
        if (!engine.correlate(message, CaseDiary.ref(id))) {
            engine.correlate("case-turned", CaseDiary.ref(id));
        }
    }

    private UnpaidRent lock(long id, Role... only) {
        var rent = rents.lockById(id).orElseThrow(ArrearsCases::unknown);
        check(rent.agencyId(), only.length == 0 ? ACTORS : only);
        return rent;
    }

    private void check(long agencyId, Role... roles) {
        currentStaff.find().ifPresent(person -> require(person, roles, agencyId));
    }

    private void require(StaffMember person, Role[] roles, long agencyId) {
        if (!person.isAny(roles)) {
            throw new AccessDeniedException("Not for the roles of " + person.username());
        }
        currentStaff.requireAgency(agencyId);
    }

    private static String text(String note) {
        var text = note.strip();
        return text.length() > NOTE ? text.substring(0, NOTE) : text;
    }

    private static UserError unknown() {
        return new UserError(HttpStatus.NOT_FOUND, "error.404.what");
    }

    /** The case as the inbox, the timeline and the outbox name it. */
    public static CaseRef ref(long id) {
        return CaseDiary.ref(id);
    }
}

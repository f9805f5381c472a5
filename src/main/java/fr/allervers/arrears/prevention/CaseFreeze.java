package fr.allervers.arrears.prevention;

import fr.allervers.ledger.Hold;
import fr.allervers.ledger.HoldKind;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps parts of a debt from being asked for. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CaseFreeze {

    private final RentAccounts accounts;
    private final CaseAccount account;
    private final LadderDays days;
    private final CaseDiary diary;
    private final CurrentStaff currentStaff;

    CaseFreeze(
            RentAccounts accounts, CaseAccount account, LadderDays days, CaseDiary diary, CurrentStaff currentStaff) {
        this.accounts = accounts;
        this.account = account;
        this.days = days;
        this.diary = diary;
        this.currentStaff = currentStaff;
    }

    /** Freezes what is owed today (surendettement recevable); what becomes due later is asked for. Once per case. */
    void freeze(UnpaidRent rent) {
        var standing = account.read(rent);
        if (rent.holdId() == null && standing.collectableCents() > 0) {
            rent.frozenBy(hold(rent, HoldKind.FROZEN, standing.collectableCents(), "Surendettement"));
            account.read(rent);
            diary.note(rent, Timeline.Kind.DECISION, "frozen", diary.euros(standing.collectableCents()));
        }
    }

    /** Holds what the tenant contests until somebody lifts it. */
    void dispute(UnpaidRent rent, long cents, String why) {
        hold(rent, HoldKind.DISPUTED, cents, why);
        account.read(rent);
        diary.write(rent, Timeline.Kind.DECISION, "disputed", why, false, diary.euros(cents));
    }

    private long hold(UnpaidRent rent, HoldKind kind, long cents, String why) {
        return accounts.hold(new Hold(
                0,
                rent.leaseId(),
                kind,
                cents,
                days.today(),
                null,
                why,
                currentStaff.find().map(StaffMember::username).orElse("allervers")));
    }
}

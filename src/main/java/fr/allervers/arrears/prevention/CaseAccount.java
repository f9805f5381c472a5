package fr.allervers.arrears.prevention;

import fr.allervers.arrears.settings.ArrearsSettings;
import fr.allervers.arrears.settings.Setting;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.ledger.Standing;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Reads the account of a case as it stands today, and says what that means. */
@Component
class CaseAccount {

    private final RentAccounts accounts;
    private final ArrearsSettings settings;
    private final LadderDays days;

    CaseAccount(RentAccounts accounts, ArrearsSettings settings, LadderDays days) {
        this.accounts = accounts;
        this.settings = settings;
        this.days = days;
    }

    Standing read(UnpaidRent rent) {
        var standing = accounts.standing(rent.leaseId(), days.today());
        rent.read(standing);
        return standing;
    }

    /** Whether what is owed, held parts included, is less than what keeps a case open. */
    boolean isCleared(Standing standing) {
        return standing.debtCents() < keepsOpen(standing.on());
    }

    /** Whether all that is owed is disputed, frozen or expected from elsewhere. */
    boolean isHeld(Standing standing) {
        return !isCleared(standing) && standing.collectableCents() < keepsOpen(standing.on());
    }

    private long keepsOpen(LocalDate on) {
        return Math.max(1, settings.at(on).cents(Setting.CLEARED_BELOW));
    }
}

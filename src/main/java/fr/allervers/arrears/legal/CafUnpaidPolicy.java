package fr.allervers.arrears.legal;

import fr.allervers.arrears.settings.RulesOn;
import fr.allervers.arrears.settings.Setting;
import fr.allervers.ledger.Standing;
import java.util.Optional;

/**
 * When a debt is an impayé for the CAF or MSA. Until 31 December 2026: two months of rent and charges, net of the aid that the landlord
 * receives (CCH art. R. 824-1). From 1 January 2027: more than 450 €, or any debt three months after the first default (décret
 * 2026-84, CCH art. R. 824-2). The figures are settings.
 */
public final class CafUnpaidPolicy {

    private CafUnpaidPolicy() {}

    /** The rule that a debt falls under; its name ends a message's key. */
    public enum Rule {
        MONTHS_OWED,
        AMOUNT,
        AGE
    }

    /**
     * The rule by which this debt is an impayé; none when it is none.
     *
     * @param rules of the day of the standing
     */
    public static Optional<Rule> unpaid(Standing account, RulesOn rules) {
        if (account.debtCents() == 0) {
            return Optional.empty();
        }
        var months = rules.find(Setting.CAF_UNPAID_MONTHS);
        if (months.isPresent() && account.owesMonths(Math.toIntExact(months.getAsLong()))) {
            return Optional.of(Rule.MONTHS_OWED);
        }
        var amount = rules.find(Setting.CAF_UNPAID_AMOUNT);
        if (amount.isPresent() && account.debtCents() > amount.getAsLong()) {
            return Optional.of(Rule.AMOUNT);
        }
        var age = rules.find(Setting.CAF_UNPAID_AGE);
        return age.isPresent()
                        && account.debtSince() != null
                        && !account.debtSince().plusMonths(age.getAsLong()).isAfter(account.on())
                ? Optional.of(Rule.AGE)
                : Optional.empty();
    }
}

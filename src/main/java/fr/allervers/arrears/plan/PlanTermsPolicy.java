package fr.allervers.arrears.plan;

import fr.allervers.arrears.settings.RulesOn;
import fr.allervers.arrears.settings.Setting;
import java.time.LocalDate;
import java.util.Optional;

/** Which terms may be agreed. */
public final class PlanTermsPolicy {

    /** An instalment below this costs more to follow than it brings. */
    static final long LEAST_INSTALMENT = 100;

    /** The first instalment is not put off for longer. */
    static final int FIRST_WITHIN_MONTHS = 3;

    private PlanTermsPolicy() {}

    /** Why terms are refused; its name is the end of a message's key. */
    public enum Refusal {
        NO_DEBT,
        FIRST_PAYMENT,
        FIRST_PAYMENT_DAY,
        INSTALMENT,
        DAY,
        BEGINS_IN_PAST,
        BEGINS_LATE,
        TOO_LONG,
        /** Longer than the CAF's simplified procedure allows. */
        TOO_LONG_FOR_CAF
    }

    /**
     * The first reason against these terms.
     *
     * @param rules of {@code today}
     * @param caf made at the CAF's or MSA's request
     */
    public static Optional<Refusal> refusal(PlanTerms terms, RulesOn rules, LocalDate today, boolean caf) {
        if (terms.debtCents() <= 0) {
            return Optional.of(Refusal.NO_DEBT);
        }
        if (terms.firstPaymentCents() < 0 || terms.firstPaymentCents() > terms.debtCents()) {
            return Optional.of(Refusal.FIRST_PAYMENT);
        }
        if (terms.firstPaymentCents() > 0
                && (terms.firstPaymentOn() == null || terms.firstPaymentOn().isBefore(today))) {
            return Optional.of(Refusal.FIRST_PAYMENT_DAY);
        }
        if (terms.spreadCents() > 0
                && (terms.instalmentCents() < LEAST_INSTALMENT || terms.instalmentCents() > terms.debtCents())) {
            return Optional.of(Refusal.INSTALMENT);
        }
        if (terms.dayOfMonth() < 1 || terms.dayOfMonth() > 31) {
            return Optional.of(Refusal.DAY);
        }
        return days(terms, rules, today, caf);
    }

    private static Optional<Refusal> days(PlanTerms terms, RulesOn rules, LocalDate today, boolean caf) {
        var schedule = terms.schedule();
        var first = schedule.get(0).dueOn();
        var last = schedule.get(schedule.size() - 1).dueOn();
        var ordered = schedule.size() < 2 || !schedule.get(1).dueOn().isBefore(first);
        if (first.isBefore(today) || !ordered) {
            return Optional.of(Refusal.BEGINS_IN_PAST);
        }
        if (first.isAfter(today.plusMonths(FIRST_WITHIN_MONTHS))) {
            return Optional.of(Refusal.BEGINS_LATE);
        }
        if (terms.count() > rules.count(Setting.PLAN_LONGEST)) {
            return Optional.of(Refusal.TOO_LONG);
        }
        return caf && isSmall(terms, rules) && last.isAfter(today.plusMonths(rules.count(Setting.CAF_SMALL_PLAN)))
                ? Optional.of(Refusal.TOO_LONG_FOR_CAF)
                : Optional.empty();
    }

    /** Whether the CAF's simplified procedure applies: a debt up to an amount (100 € in 2026). */
    public static boolean isSmall(PlanTerms terms, RulesOn rules) {
        return terms.debtCents() <= rules.cents(Setting.CAF_SMALL_DEBT);
    }
}

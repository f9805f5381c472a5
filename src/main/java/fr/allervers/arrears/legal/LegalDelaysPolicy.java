package fr.allervers.arrears.legal;

import fr.allervers.arrears.settings.RulesOn;
import fr.allervers.arrears.settings.Setting;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.function.Function;

/**
 * From facts to days. Days are days of the landlord's zone (Europe/Paris); months are counted to the same number of the day, or the
 * last day of a shorter month (CPC art. 641). Each rule is the one that counts on the day of the fact.
 */
public final class LegalDelaysPolicy {

    private final Function<LocalDate, RulesOn> rules;

    /** @param rules the dated settings */
    public LegalDelaysPolicy(Function<LocalDate, RulesOn> rules) {
        this.rules = rules;
    }

    /** Last day to report the impayé to the CAF or MSA. */
    public LocalDate cafReportBy(LocalDate unpaidOn) {
        return unpaidOn.plusMonths(on(unpaidOn, Setting.CAF_REPORT));
    }

    /** Last day for a plan d'apurement, once the CAF or MSA asked for it. */
    public LocalDate cafPlanBy(LocalDate askedOn) {
        return askedOn.plusMonths(on(askedOn, Setting.CAF_PLAN));
    }

    /** Last day to serve the order to pay on the guarantor (loi 89-462 art. 24 I). */
    public LocalDate guarantorBy(LocalDate orderOn) {
        return orderOn.plusDays(on(orderOn, Setting.GUARANTOR_TOLD));
    }

    /**
     * The day on which the order to pay has run: six weeks, or the longer time of older clauses (loi 89-462 art. 24 I).
     *
     * @param olderClause the lease was signed under the older law and not renewed since
     */
    public LocalDate orderEnds(LocalDate orderOn, boolean olderClause) {
        return olderClause
                ? orderOn.plusMonths(on(orderOn, Setting.ORDER_TO_PAY_OLDER_LEASE))
                : orderOn.plusWeeks(on(orderOn, Setting.ORDER_TO_PAY));
    }

    /** Whether a lease that began on this day has the older clause, unless somebody knows better. */
    public boolean isOlderLease(LocalDate leaseStart) {
        return rules.apply(leaseStart).find(Setting.ORDER_TO_PAY).isEmpty();
    }

    /** Last day to seize the CCAPEX for a summons on this day (loi 89-462 art. 24 II). */
    public LocalDate ccapexBy(LocalDate summonsOn) {
        return summonsOn.minusMonths(on(summonsOn, Setting.CCAPEX_BEFORE_SUMMONS));
    }

    /** First day on which a summons is admissible after the CCAPEX was seized. */
    public LocalDate summonsFrom(LocalDate referredOn) {
        return referredOn.plusMonths(on(referredOn, Setting.CCAPEX_BEFORE_SUMMONS));
    }

    /** Last day to tell the prefect of the summons (loi 89-462 art. 24 III). */
    public LocalDate prefectBy(LocalDate hearingOn) {
        return hearingOn.minusWeeks(on(hearingOn, Setting.PREFECT_BEFORE_HEARING));
    }

    /** Whether nobody may be evicted on this day (trêve hivernale), first and last day included. */
    public boolean isTruce(LocalDate day) {
        var of = rules.apply(day);
        var from = of.monthDay(Setting.WINTER_TRUCE_FROM);
        var to = of.monthDay(Setting.WINTER_TRUCE_TO);
        var at = MonthDay.from(day);
        return from.isAfter(to) ? !at.isBefore(from) || !at.isAfter(to) : !at.isBefore(from) && !at.isAfter(to);
    }

    /** This day, or the first one after the truce in which it falls. */
    public LocalDate afterTruce(LocalDate day) {
        var next = day;
        while (isTruce(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private int on(LocalDate day, Setting setting) {
        return rules.apply(day).count(setting);
    }
}

package fr.allervers.arrears.plan;

import fr.allervers.arrears.settings.RulesOn;
import fr.allervers.arrears.settings.Setting;

/** Proposes a monthly amount from what a household has left to live on. */
public final class ProposalPolicy {

    private static final long EURO = 100;

    private ProposalPolicy() {}

    /** What the proposal rests on. */
    public enum Verdict {
        /** The household keeps what it needs to live on. */
        AFFORDABLE,
        /** Even the longest plan asks for more than it can give: aid is needed beside or instead. */
        NOT_AFFORDABLE
    }

    /**
     * A monthly amount.
     *
     * @param monthCents in whole euros, unless the debt is smaller
     * @param affordableCents what the household can give in a month, 0 when nothing
     * @param leftPerUnitDayCents reste à vivre per unit and day once it is paid
     * @param effortPercent rent and instalment, of the resources
     */
    public record Proposal(
            Verdict verdict,
            long monthCents,
            int months,
            long affordableCents,
            long leftPerUnitDayCents,
            long effortPercent) {}

    /**
     * The proposal for this budget: as much as the household can give, spread evenly over the months that it takes; when that
     * takes longer than a plan may, the amount of the longest plan, marked as not affordable.
     *
     * @param spreadCents the debt without the first payment, above zero
     */
    public static Proposal propose(LivingBudget budget, long spreadCents, RulesOn rules) {
        var longest = rules.count(Setting.PLAN_LONGEST);
        var affordable = affordable(budget, rules);
        var least = ceilToEuro(ceilDiv(spreadCents, longest));
        var enough = affordable >= Math.min(least, spreadCents);
        var wanted = enough ? Math.min(affordable, spreadCents) : least;
        var months = (int) ceilDiv(spreadCents, wanted);
        var even = Math.min(spreadCents, ceilToEuro(ceilDiv(spreadCents, months)));
        var month = Math.min(even, wanted);
        return new Proposal(
                enough ? Verdict.AFFORDABLE : Verdict.NOT_AFFORDABLE,
                month,
                (int) ceilDiv(spreadCents, month),
                affordable,
                budget.leftPerUnitDayCents(month),
                budget.effortPercent(month));
    }

    /** Bounded by what must be left per unit and day, and by the effort rate; in whole euros. */
    private static long affordable(LivingBudget budget, RulesOn rules) {
        var byLiving = budget.leftCents() - budget.keptCents(rules.cents(Setting.PLAN_LEFT_TO_LIVE));
        var byEffort = budget.resourcesCents() * rules.number(Setting.PLAN_EFFORT) / 100 - budget.rentCents();
        var cents = Math.max(0, Math.min(byLiving, byEffort));
        return cents - cents % EURO;
    }

    private static long ceilToEuro(long cents) {
        return ceilDiv(cents, EURO) * EURO;
    }

    private static long ceilDiv(long value, long by) {
        return -Math.floorDiv(-value, by);
    }
}

package fr.allervers.arrears.social;

import fr.allervers.arrears.plan.LivingBudget;
import fr.allervers.arrears.social.LineKind.Side;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A social assessment (évaluation sociale). Amounts are cents a month.
 *
 * @param rentCents rent and charges, less the housing aid
 * @param debitDay day of the month on which rent can be paid
 * @param doneAt none while it is a draft
 */
public record Assessment(
        long id,
        long caseId,
        int adults,
        int children,
        long rentCents,
        @Nullable Integer debitDay,
        Set<Right> rights,
        String opinion,
        String madeByName,
        Instant madeAt,
        @Nullable Instant doneAt,
        int version,
        List<Line> lines) {

    /**
     * A resource, a charge or a debt.
     *
     * @param person whose it is, in a word
     * @param monthCents what comes in or goes out each month
     * @param totalCents of a debt, what is left of it
     */
    public record Line(LineKind kind, String person, long monthCents, long totalCents) {

        public Side side() {
            return kind.side();
        }
    }

    /** What the household lives on: charges are rent, charges and what debts take. */
    public LivingBudget budget() {
        return new LivingBudget(
                sum(Side.RESOURCE), rentCents + sum(Side.CHARGE) + sum(Side.DEBT), rentCents, adults, children);
    }

    /** What is left of all debts but the rent. */
    public long debtCents() {
        return lines.stream().mapToLong(Line::totalCents).sum();
    }

    private long sum(Side side) {
        return lines.stream()
                .filter(line -> line.side() == side)
                .mapToLong(Line::monthCents)
                .sum();
    }
}

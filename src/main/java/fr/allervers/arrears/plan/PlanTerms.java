package fr.allervers.arrears.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed: the debt, a first payment if there is one, then a same amount each month on a same day. Amounts are cents.
 *
 * @param firstPaymentCents 0 for none
 * @param firstPaymentOn with a first payment
 * @param instalmentCents of each month; the last one takes what is left, never more
 * @param firstMonth month of the first instalment
 * @param dayOfMonth 1 to 31: in shorter months the last day
 */
public record PlanTerms(
        long debtCents,
        long firstPaymentCents,
        @Nullable LocalDate firstPaymentOn,
        long instalmentCents,
        YearMonth firstMonth,
        int dayOfMonth) {

    /** Twenty years of months: more than any plan may take, less than would fill the memory. */
    private static final int MOST_INSTALMENTS = 240;

    /** What is left once the first payment is made. */
    public long spreadCents() {
        return debtCents - firstPaymentCents;
    }

    /** How many months it takes after the first payment. */
    public int count() {
        return instalmentCents <= 0
                ? 0
                : (int) Math.min(MOST_INSTALMENTS + 1L, (spreadCents() + instalmentCents - 1) / instalmentCents);
    }

    /** All payments in their order; their sum is the debt to the cent. Each day is counted from the first month: no drift. */
    public List<Instalment> schedule() {
        var all = new ArrayList<Instalment>();
        if (firstPaymentCents > 0 && firstPaymentOn != null) {
            all.add(new Instalment(0, firstPaymentOn, firstPaymentCents));
        }
        var left = spreadCents();
        for (var number = 1; number <= count() && number <= MOST_INSTALMENTS; number++) {
            var cents = Math.min(left, instalmentCents);
            all.add(new Instalment(number, dueOn(number), cents));
            left -= cents;
        }
        return all;
    }

    private LocalDate dueOn(int number) {
        var month = firstMonth.plusMonths(number - 1L);
        return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
    }

    /** Day of the last payment; none when nothing is to be paid. */
    public @Nullable LocalDate lastOn() {
        var all = schedule();
        return all.isEmpty() ? null : all.get(all.size() - 1).dueOn();
    }
}

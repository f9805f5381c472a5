package fr.allervers.allocation.outcome;

import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** How long a candidate has to answer an offer (CCH R441-10, USH's reading of the counting). */
public final class AnswerDelayPolicy {

    private AnswerDelayPolicy() {}

    /**
     * The last day to answer: the days are counted from the day after the notice, and one that ends on a day off ends on the next
     * working day.
     *
     * @param notifiedOn the day of the notice, not counted
     * @param days at least ten by law
     * @param nextWorkingDay the day itself when it is worked, else the next one that is
     */
    public static LocalDate answerBy(LocalDate notifiedOn, int days, UnaryOperator<LocalDate> nextWorkingDay) {
        return nextWorkingDay.apply(notifiedOn.plusDays(days));
    }
}

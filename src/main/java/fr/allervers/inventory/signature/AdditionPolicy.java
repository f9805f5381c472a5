package fr.allervers.inventory.signature;

import java.time.LocalDate;
import java.time.MonthDay;

/** Until when a tenant may add to an entry inventory (loi du 6 juillet 1989, article 3-2). */
final class AdditionPolicy {

    private AdditionPolicy() {}

    /** The last day on which anything may be added. */
    static LocalDate generalUntil(LocalDate madeOn, int days) {
        return madeOn.plusDays(days);
    }

    /** The first day of the first heating period in which the tenant lives there: the running one counts. */
    static LocalDate heatingFrom(LocalDate keysOn, MonthDay start, int days) {
        var thisYear = start.atYear(keysOn.getYear());
        if (keysOn.isBefore(thisYear.plusDays(days))) {
            return keysOn.isAfter(thisYear) ? keysOn : thisYear;
        }
        return start.atYear(keysOn.getYear() + 1);
    }

    /** The last day on which something may be added about the heating. */
    static LocalDate heatingUntil(LocalDate keysOn, MonthDay start, int days) {
        return heatingFrom(keysOn, start, days).plusDays(days);
    }
}

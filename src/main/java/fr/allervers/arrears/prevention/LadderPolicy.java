package fr.allervers.arrears.prevention;

import fr.allervers.arrears.settings.RulesOn;
import fr.allervers.arrears.settings.Setting;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which step follows, and on which day: so many days after the oldest unpaid due day, and never before the case was opened or resumed. */
final class LadderPolicy {

    private LadderPolicy() {}

    /**
     * Where a case stands on the ladder.
     *
     * @param from the day from which its days count
     */
    record Stand(
            LocalDate from, LocalDate notBefore, @Nullable LadderStep last) {}

    /** The step after this one; after the last, somebody decides again. */
    static LadderStep after(@Nullable LadderStep last) {
        if (last == null) {
            return LadderStep.SMS;
        }
        return last == LadderStep.DECIDE ? LadderStep.DECIDE : LadderStep.values()[last.ordinal() + 1];
    }

    /** The day from which the next step is due; weekends and holidays are the caller's matter. */
    static LocalDate dayOfNext(Stand stand, RulesOn rules) {
        var planned = plannedOn(after(stand.last()), stand.from(), rules);
        return planned.isAfter(stand.notBefore()) ? planned : stand.notBefore();
    }

    /** The day of this step when nothing delays it. */
    static LocalDate plannedOn(LadderStep step, LocalDate from, RulesOn rules) {
        return from.plusDays(rules.count(
                switch (step) {
                    case SMS -> Setting.LADDER_SMS;
                    case CALL -> Setting.LADDER_CALL;
                    case APPOINTMENT -> Setting.LADDER_APPOINTMENT;
                    case LETTER -> Setting.LADDER_LETTER;
                    case VISIT, DECIDE -> Setting.LADDER_VISIT;
                }));
    }
}

package fr.allervers.arrears.prevention;

import fr.allervers.arrears.settings.ArrearsSettings;
import fr.allervers.arrears.settings.Setting;
import fr.allervers.shared.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** When the steps of a case begin and its tasks are due, by today's settings. */
@Component
class LadderDays {

    private final ArrearsSettings settings;
    private final WorkingTime workingTime;
    private final Clock clock;

    LadderDays(ArrearsSettings settings, WorkingTime workingTime, Clock clock) {
        this.settings = settings;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The worked day of the next step; today when something is pending. */
    LocalDate nextStepOn(UnpaidRent rent) {
        return atOnce(rent)
                ? today()
                : workingTime.nextWorkingDay(LadderPolicy.dayOfNext(rent.stand(), settings.at(today())));
    }

    /** Its moment: decisions at once, messages and visits at the hour set. */
    Instant nextStepAt(UnpaidRent rent) {
        return atOnce(rent)
                ? clock.instant()
                : nextStepOn(rent)
                        .atTime(settings.at(today()).count(Setting.LADDER_HOUR), 0)
                        .atZone(clock.getZone())
                        .toInstant();
    }

    private static boolean atOnce(UnpaidRent rent) {
        return rent.ladder().pending() != null || rent.ladder().next().equals(LadderStep.DECIDE.name());
    }

    /** How many days later than planned the next step begins today; a planned day that is not worked moves to the next one that is. */
    long late(UnpaidRent rent) {
        if (atOnce(rent)) {
            return 0;
        }
        var planned = LadderPolicy.plannedOn(
                LadderStep.valueOf(rent.ladder().next()), rent.ladder().from(), settings.at(today()));
        return ChronoUnit.DAYS.between(workingTime.nextWorkingDay(planned), today());
    }

    /** The moment at which this day begins. */
    Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    /** So many working days from now, as the setting says. */
    Instant due(Setting workingDays) {
        return workingTime.plusWorkingDays(clock.instant(), settings.at(today()).count(workingDays));
    }

    /** The last day on which an appointment offered today is to be held. */
    LocalDate appointmentHeldBy(UnpaidRent rent) {
        var rules = settings.at(today());
        var planned = rent.ladder().from().plusDays(rules.count(Setting.LADDER_APPOINTMENT_HELD));
        var fair = today().plusDays(Math.max(
                1, rules.count(Setting.LADDER_APPOINTMENT_HELD) - rules.count(Setting.LADDER_APPOINTMENT)));
        return planned.isAfter(fair) ? planned : fair;
    }

    /** The day on which an answer of today has waited long enough. */
    LocalDate patienceEnds() {
        return today().plusDays(settings.at(today()).count(Setting.ANSWER_PATIENCE));
    }
}

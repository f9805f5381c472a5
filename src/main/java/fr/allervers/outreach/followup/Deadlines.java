package fr.allervers.outreach.followup;

import fr.allervers.shared.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;

/** How long each step may take, in working days or working hours; a step that takes longer goes to the supervisor. */
@Component
class Deadlines {

    static final int MAKE_REFERRAL_DAYS = 2;
    /** Time that a partner has to answer before we ask. */
    static final int FOLLOW_REFERRAL_DAYS = 5;

    static final int FIELD_CHECK_DAYS = 2;
    static final int SOCIAL_CONTACT_DAYS = 2;
    /** A call agreed for 10:00 is late at noon. */
    static final int REGULAR_CALL_HOURS = 2;

    private static final int SUPERVISOR_DAYS = 1;

    private final WorkingTime workingTime;
    private final Clock clock;

    Deadlines(WorkingTime workingTime, Clock clock) {
        this.workingTime = workingTime;
        this.clock = clock;
    }

    Date days(Instant from, int days) {
        return Date.from(workingTime.plusWorkingDays(from, days));
    }

    Date hours(Instant from, int hours) {
        return Date.from(workingTime.plusWorkingHours(from, hours));
    }

    Instant daysFromNow(int days) {
        return workingTime.plusWorkingDays(clock.instant(), days);
    }

    /** When the supervisor is to have dealt with what is late now. */
    Date supervisor() {
        return days(clock.instant(), SUPERVISOR_DAYS);
    }
}

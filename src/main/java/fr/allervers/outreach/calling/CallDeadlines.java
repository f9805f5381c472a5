package fr.allervers.outreach.calling;

import fr.allervers.outreach.campaign.CallCampaigns;
import fr.allervers.shared.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** By when the steps of a household's call are due. */
@Component
class CallDeadlines {

    private static final int RED_HOURS = 2;
    private static final int ORANGE_DAYS = 2;
    private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

    private final CallCampaigns campaigns;
    private final WorkingTime workingTime;
    private final Clock clock;

    CallDeadlines(CallCampaigns campaigns, WorkingTime workingTime, Clock clock) {
        this.campaigns = campaigns;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** The deadline of the wave; two working days after an alert. */
    Instant call(HouseholdCall call) {
        var wave = call.waveId() == null ? null : campaigns.wave(call.waveId()).orElse(null);
        return wave == null
                ? days(2)
                : ZonedDateTime.of(wave.deadlineOn(), END_OF_DAY, clock.getZone())
                        .toInstant();
    }

    /** Counted from the moment the situation was graded. */
    Instant takeCharge(HouseholdCall call) {
        var since = Objects.requireNonNullElseGet(call.gradedAt(), clock::instant);
        return call.grade() == Grade.RED
                ? workingTime.plusWorkingHours(since, RED_HOURS)
                : workingTime.plusWorkingDays(since, ORANGE_DAYS);
    }

    /** The supervisor has as long again for a red situation, one day for an orange one, from when it came to them. */
    Instant supervisor(HouseholdCall call) {
        return call.grade() == Grade.RED ? workingTime.plusWorkingHours(clock.instant(), RED_HOURS) : days(1);
    }

    Instant director(HouseholdCall call) {
        return supervisor(call);
    }

    Instant days(int days) {
        return workingTime.plusWorkingDays(clock.instant(), days);
    }
}

package fr.allervers.outreach.followup;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Weekly calls by the same caller (appels réguliers), as long as the tenant wishes. */
@Component("regularCallSeries")
@Transactional(propagation = Propagation.MANDATORY)
public class RegularCalls {

    static final String KIND = "regular-calls";

    private static final String ROWS =
            "select id, household_id, agency_id, caller_id, day_of_week, time_of_day, state, next_call_at, opened_at, ended_at, ended_because from call_series";

    private final FollowUpRows<Series> rows;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    RegularCalls(FollowUpRows.Tools tools, CurrentStaff currentStaff, Clock clock) {
        rows = tools.of(new FollowUpRows.Table<>(KIND, "call_series", Series.class, ROWS, List.of()));
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** Why a series ended. */
    public enum End {
        /** The tenant does not wish it any more. */
        TENANT,
        /** It is no longer needed. */
        BETTER,
        /** A partner has taken over. */
        RELAYED,
        /** The household is no longer there. */
        HOUSEHOLD_LEFT
    }

    /** A series as kept; {@code state} is RUNNING or ENDED. */
    record Series(
            long id,
            long householdId,
            long agencyId,
            long callerId,
            int dayOfWeek,
            LocalTime timeOfDay,
            String state,
            Instant nextCallAt,
            Instant openedAt,
            @Nullable Instant endedAt,
            @Nullable End endedBecause)
            implements FollowUpRow {

        WeeklyCallPolicy policy(Clock clock) {
            return new WeeklyCallPolicy(DayOfWeek.of(dayOfWeek), timeOfDay, clock.getZone());
        }
    }

    /**
     * Agrees a weekly call in the caller's transaction, or gives the series that runs for the household. The first call
     * is on a later day than today.
     *
     * @throws UserError when the time is before 8:00 or after 20:00
     */
    public long open(SeriesOrder order) {
        if (!WeeklyCallPolicy.isDecent(order.timeOfDay())) {
            throw new UserError("followup.series.time");
        }
        var policy = new WeeklyCallPolicy(order.dayOfWeek(), order.timeOfDay(), clock.getZone());
        var own = new MapSqlParameterSource("caller_id", order.callerId())
                .addValue("day_of_week", order.dayOfWeek().getValue())
                .addValue("time_of_day", order.timeOfDay())
                .addValue("state", "RUNNING")
                .addValue("next_call_at", policy.first(clock.instant()));
        return rows.open(order, own, id -> {
            rows.note(id, order.householdId(), Timeline.Kind.DECISION)
                    .say(
                            "followup.log.series.opened",
                            order.dayOfWeek().getDisplayName(TextStyle.FULL, Locale.FRENCH),
                            order.timeOfDay().toString());
            rows.start(id, Map.of());
        });
    }

    /** Ends the series by somebody's decision; a task that is open for it is withdrawn. */
    @Transactional
    public void end(long seriesId, End because) {
        var series =
                rows.find(seriesId).orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "followup.series.not-found"));
        currentStaff.requireAgency(series.agencyId());
        if (!stop(series, because)) {
            throw new UserError(HttpStatus.CONFLICT, "followup.series.ended-already");
        }
    }

    private boolean stop(Series series, End because) {
        decide(series, because);
        return rows.tell(series.id(), "series-ended");
    }

    void decide(Series series, End because) {
        rows.update(series.id(), "ended_because = if(state = 'RUNNING', ?, ended_because)", because.name());
    }

    void goOn(Series series) {
        rows.update(series.id(), "next_call_at = ?", series.policy(clock).next(series.nextCallAt(), clock.instant()));
    }

    void close(long id) {
        var series = rows.require(id);
        rows.update(id, "ended_at = if(state = 'RUNNING', ?, ended_at), state = 'ENDED'", clock.instant());
        rows.note(series, Timeline.Kind.DECISION).say("followup.log.series.ended." + series.endedBecause());
    }

    /** Ends the series of a household that is no longer there. */
    void interrupt(long householdId) {
        rows.openFor(householdId).forEach(id -> stop(rows.require(id), End.HOUSEHOLD_LEFT));
    }

    FollowUpRows<Series> rows() {
        return rows;
    }
}

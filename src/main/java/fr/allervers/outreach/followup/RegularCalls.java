package fr.allervers.outreach.followup;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Weekly calls by the same caller (appels réguliers), as long as the tenant wishes. */
@Component("regularCallSeries")
@Transactional(propagation = Propagation.MANDATORY)
public class RegularCalls {

    static final String KIND = "regular-calls";

    private final JdbcClient jdbc;
    private final Opening opening;
    private final Cases cases;
    private final Timeline timeline;
    private final CurrentStaff currentStaff;
    private final HouseholdCards words;
    private final Clock clock;

    RegularCalls(
            JdbcClient jdbc,
            Opening opening,
            Cases cases,
            Timeline timeline,
            CurrentStaff currentStaff,
            HouseholdCards words,
            Clock clock) {
        this.jdbc = jdbc;
        this.opening = opening;
        this.cases = cases;
        this.timeline = timeline;
        this.currentStaff = currentStaff;
        this.words = words;
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
            @Nullable End endedBecause) {

        WeeklyCallPolicy policy(Clock clock) {
            return new WeeklyCallPolicy(DayOfWeek.of(dayOfWeek), timeOfDay, clock.getZone());
        }
    }

    private static final String ROWS =
            "select id, household_id, agency_id, caller_id, day_of_week, time_of_day, state, next_call_at, opened_at, ended_at, ended_because from call_series";

    /**
     * Agrees a weekly call in the caller's transaction, or gives the series that runs for the household. The first call
     * is on a later day than today.
     *
     * @throws UserError when the time is before 8:00 or after 20:00
     */
    public long open(SeriesOrder order) {
        currentStaff.find().ifPresent(person -> currentStaff.requireAgency(order.agencyId()));
        if (!WeeklyCallPolicy.isDecent(order.timeOfDay())) {
            throw new UserError("followup.series.time");
        }
        var policy = new WeeklyCallPolicy(order.dayOfWeek(), order.timeOfDay(), clock.getZone());
        return opening.once(
                """
                        insert into call_series (household_id, call_id, campaign_id, agency_id, caller_id, day_of_week, time_of_day, state, next_call_at, opened_by, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?) returning id
                        """,
                Arrays.asList(
                        order.householdId(),
                        order.callId(),
                        order.campaignId(),
                        order.agencyId(),
                        order.callerId(),
                        order.dayOfWeek().getValue(),
                        order.timeOfDay(),
                        policy.first(clock.instant()),
                        currentStaff.find().map(StaffMember::username).orElse("allervers"),
                        clock.instant()),
                "select id from call_series where open_household_id = ?",
                List.of(order.householdId()),
                id -> {
                    note(
                            id,
                            order.householdId(),
                            words.french(
                                    "followup.log.series.opened",
                                    order.dayOfWeek().getDisplayName(TextStyle.FULL, Locale.FRENCH),
                                    order.timeOfDay().toString()));
                    cases.start(new CaseRef(KIND, id), Map.of());
                });
    }

    /** Ends the series by somebody's decision; a task that is open for it is withdrawn. */
    @Transactional
    public void end(long seriesId, End because) {
        var series = find(seriesId).orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "followup.series.not-found"));
        currentStaff.requireAgency(series.agencyId());
        if (!stop(series, because)) {
            throw new UserError(HttpStatus.CONFLICT, "followup.series.ended-already");
        }
    }

    private boolean stop(Series series, End because) {
        decide(series, because);
        return cases.correlate("series-ended", new CaseRef(KIND, series.id()));
    }

    void decide(Series series, End because) {
        jdbc.sql("update call_series set ended_because = ? where id = ? and state = 'RUNNING'")
                .params(because.name(), series.id())
                .update();
    }

    void goOn(Series series) {
        jdbc.sql("update call_series set next_call_at = ? where id = ?")
                .params(series.policy(clock).next(series.nextCallAt(), clock.instant()), series.id())
                .update();
    }

    void close(long id) {
        var series = require(id);
        jdbc.sql("update call_series set state = 'ENDED', ended_at = ? where id = ? and state = 'RUNNING'")
                .params(clock.instant(), id)
                .update();
        note(id, series.householdId(), words.french("followup.log.series.ended." + series.endedBecause()));
    }

    private void note(long id, long householdId, String what) {
        timeline.record(new CaseRef(KIND, id), householdId, Timeline.Kind.DECISION, what, null, false);
    }

    Series require(long id) {
        return find(id).orElseThrow();
    }

    Optional<Series> find(long id) {
        return jdbc.sql(ROWS + " where id = ?").param(id).query(Series.class).optional();
    }

    Map<Long, Series> byIds(Collection<Long> ids) {
        return jdbc.sql(ROWS + " where id in (:ids)").param("ids", ids).query(Series.class).stream()
                .collect(Collectors.toMap(Series::id, Function.identity()));
    }

    List<Series> ofHousehold(long householdId) {
        return jdbc.sql(ROWS + " where household_id = ? order by id desc limit 50")
                .param(householdId)
                .query(Series.class)
                .list();
    }

    /** Ends the series of a household that is no longer there. */
    void interrupt(long householdId) {
        jdbc.sql(ROWS + " where open_household_id = ? for update")
                .param(householdId)
                .query(Series.class)
                .list()
                .forEach(series -> stop(series, End.HOUSEHOLD_LEFT));
    }
}

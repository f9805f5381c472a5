package fr.allervers.outreach.calling;

import fr.allervers.messaging.HouseholdMessages;
import fr.allervers.outreach.calling.CallWindows.Slot;
import fr.allervers.outreach.campaign.CallCampaigns;
import fr.allervers.shared.Dates;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import fr.allervers.tenancy.Occupant;
import fr.allervers.workflow.Decisions;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What follows a call that nobody answered: other hours, then a message, then perhaps a visit. */
@Component
class Retries {

    /** Attempts for a household that no campaign calls. */
    static final int WITHOUT_CAMPAIGN = 4;

    private final CallCampaigns campaigns;
    private final Households households;
    private final HouseholdMessages messages;
    private final Decisions decisions;
    private final CallWindows windows;
    private final CallDiary diary;
    private final Dates dates;
    private final JdbcClient jdbc;
    private final Clock clock;

    Retries(
            CallCampaigns campaigns,
            Households households,
            HouseholdMessages messages,
            Decisions decisions,
            CallWindows windows,
            CallDiary diary,
            Dates dates,
            JdbcClient jdbc,
            Clock clock) {
        this.campaigns = campaigns;
        this.households = households;
        this.messages = messages;
        this.decisions = decisions;
        this.windows = windows;
        this.diary = diary;
        this.dates = dates;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String plan(HouseholdCall call) {
        var plan = decisions.evaluate(
                "retry-plan", Map.of("attempt", call.attempts(), "maxAttempts", maxAttempts(call.campaignId())));
        if (!Boolean.TRUE.equals(plan.get("retry"))) {
            return "WRITE";
        }
        var delay = Duration.ofHours(((Number) Objects.requireNonNull(plan.get("delayHours"))).longValue());
        var slot = Slot.valueOf(Objects.requireNonNull(plan.get("slot")).toString());
        var at = windows.next(clock.instant().plus(delay), slot);
        call.retryAt(at);
        diary.note(call, Timeline.Kind.NOTE, "retry", dates.moment(at));
        return "RETRY";
    }

    /** Whether the household has a number that is left to try; then whoever found the other one wrong tries it soon. */
    boolean otherNumber(HouseholdCall call) {
        if (Dialable.of(households.require(call.householdId())).isEmpty()) {
            return false;
        }
        var at = windows.next(clock.instant(), Slot.ANY);
        call.promise(at, lastCaller(call.id()));
        diary.note(call, Timeline.Kind.NOTE, "other-number", dates.moment(at));
        return true;
    }

    private long lastCaller(long callId) {
        return jdbc.sql("select caller_id from call_attempt where call_id = ? order by id desc limit 1")
                .param(callId)
                .query(Long.class)
                .single();
    }

    int maxAttempts(@Nullable Long campaignId) {
        return campaignId == null
                ? WITHOUT_CAMPAIGN
                : campaigns.summary(campaignId).maxAttempts();
    }

    boolean write(HouseholdCall call) {
        var household = households.require(call.householdId());
        messages.write(
                        "household-call:" + call.id() + ":tried",
                        CallDiary.caseOf(call.id()),
                        household,
                        HouseholdMessages.TRIED_TO_CALL,
                        Map.of())
                .ifPresentOrElse(
                        channel -> diary.note(call, Timeline.Kind.MESSAGE, "written." + channel),
                        () -> diary.note(call, Timeline.Kind.NOTE, "not-written"));
        return homeCheck(call, household);
    }

    private boolean homeCheck(HouseholdCall call, Household household) {
        var inputs = new HashMap<String, @Nullable Object>();
        inputs.put(
                "age",
                household.occupants().stream()
                        .map(Occupant::age)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0));
        inputs.put("alone", household.occupants().stream().anyMatch(Occupant::livesAlone));
        inputs.put("lastGrade", lastGrade(call.householdId()));
        var check = Boolean.TRUE.equals(decisions.evaluate("home-check", inputs).get("check"));
        if (check) {
            diary.note(call, Timeline.Kind.DECISION, "home-check");
        }
        return check;
    }

    private @Nullable String lastGrade(long householdId) {
        return jdbc.sql("""
                        select grade from household_call where household_id = ? and grade is not null
                         order by graded_at desc, id desc limit 1
                        """).param(householdId).query(String.class).optional().orElse(null);
    }
}

package fr.allervers.outreach.followup;

import fr.allervers.outreach.followup.FieldCheckOrder.Purpose;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Visits by caretakers and field managers (passages). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FieldChecks {

    static final String KIND = "field-check";

    private final JdbcClient jdbc;
    private final Opening opening;
    private final Cases cases;
    private final Timeline timeline;
    private final CurrentStaff currentStaff;
    private final HouseholdCards words;
    private final Clock clock;

    FieldChecks(
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

    /** How a visit ended. */
    public enum Outcome {
        DONE_WELL,
        DONE_WORRY,
        NOBODY,
        INTERRUPTED
    }

    /** A visit as kept; {@code state} is OPEN, CLOSED or INTERRUPTED. */
    record FieldCheck(
            long id,
            long householdId,
            long agencyId,
            Purpose purpose,
            @Nullable String instructions,
            String state,
            @Nullable Outcome outcome,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    private static final String ROWS =
            "select id, household_id, agency_id, purpose, instructions, state, outcome, opened_at, closed_at from field_check";

    /** Asks for a visit in the caller's transaction, or gives the open one of the same household and purpose. */
    public long open(FieldCheckOrder order) {
        currentStaff.find().ifPresent(person -> currentStaff.requireAgency(order.agencyId()));
        return opening.once(
                """
                        insert into field_check (household_id, call_id, campaign_id, agency_id, purpose, instructions, state, opened_by, opened_at)
                        values (?, ?, ?, ?, ?, ?, 'OPEN', ?, ?) returning id
                        """,
                Arrays.asList(
                        order.householdId(),
                        order.callId(),
                        order.campaignId(),
                        order.agencyId(),
                        order.purpose().name(),
                        order.instructions(),
                        currentStaff.find().map(StaffMember::username).orElse("allervers"),
                        clock.instant()),
                "select id from field_check where open_household_id = ? and purpose = ?",
                List.of(order.householdId(), order.purpose().name()),
                id -> {
                    timeline.record(
                            new CaseRef(KIND, id),
                            order.householdId(),
                            Timeline.Kind.VISIT,
                            words.french(
                                    "followup.log.field-check", words.french("followup.purpose." + order.purpose())),
                            order.instructions(),
                            false);
                    cases.start(new CaseRef(KIND, id), Map.of());
                });
    }

    void decide(FieldCheck check, Outcome outcome) {
        jdbc.sql("update field_check set outcome = ? where id = ?")
                .params(outcome.name(), check.id())
                .update();
    }

    void close(long id, String state) {
        jdbc.sql("update field_check set state = ?, closed_at = ? where id = ? and closed_at is null")
                .params(state, clock.instant(), id)
                .update();
    }

    FieldCheck require(long id) {
        return jdbc.sql(ROWS + " where id = ?")
                .param(id)
                .query(FieldCheck.class)
                .single();
    }

    Map<Long, FieldCheck> byIds(Collection<Long> ids) {
        return jdbc.sql(ROWS + " where id in (:ids)").param("ids", ids).query(FieldCheck.class).stream()
                .collect(Collectors.toMap(FieldCheck::id, Function.identity()));
    }

    List<FieldCheck> ofHousehold(long householdId) {
        return jdbc.sql(ROWS + " where household_id = ? order by id desc limit 50")
                .param(householdId)
                .query(FieldCheck.class)
                .list();
    }

    /** Ends what is open for a household that is no longer there. */
    void interrupt(long householdId) {
        jdbc.sql("select id from field_check where open_household_id = ? for update")
                .param(householdId)
                .query(Long.class)
                .list()
                .forEach(id -> cases.correlate("household-interrupted", new CaseRef(KIND, id)));
    }
}

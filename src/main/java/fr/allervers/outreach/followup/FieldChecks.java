package fr.allervers.outreach.followup;

import fr.allervers.outreach.followup.FieldCheckOrder.Purpose;
import fr.allervers.shared.sealed.ValueSealing;
import fr.allervers.workflow.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Visits by caretakers and field managers (passages). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FieldChecks {

    static final String KIND = "field-check";

    private static final String INSTRUCTIONS = "field_check.instructions";

    private final FollowUpRows<FieldCheck> rows;
    private final ValueSealing sealing;
    private final HouseholdCards words;

    FieldChecks(FollowUpRows.Tools tools, ValueSealing sealing, HouseholdCards words) {
        rows = tools.of(new FollowUpRows.Table<>(
                KIND,
                "field_check",
                FieldCheck.class,
                "select id, household_id, agency_id, purpose, instructions, state, outcome, opened_at, closed_at from field_check",
                List.of("purpose")));
        this.sealing = sealing;
        this.words = words;
    }

    /** How a visit ended. */
    public enum Outcome {
        DONE_WELL,
        DONE_WORRY,
        NOBODY,
        INTERRUPTED
    }

    /** A visit as kept; {@code state} is OPEN, CLOSED or INTERRUPTED, the instructions are sealed. */
    record FieldCheck(
            long id,
            long householdId,
            long agencyId,
            Purpose purpose,
            @Nullable String instructions,
            String state,
            @Nullable Outcome outcome,
            Instant openedAt,
            @Nullable Instant closedAt)
            implements FollowUpRow {}

    /** Asks for a visit in the caller's transaction, or gives the open one of the same household and purpose. */
    public long open(FieldCheckOrder order) {
        var own = new MapSqlParameterSource("purpose", order.purpose().name())
                .addValue("instructions", sealing.seal(INSTRUCTIONS, order.instructions()))
                .addValue("state", "OPEN");
        return rows.open(order, own, id -> {
            rows.note(id, order.householdId(), Timeline.Kind.VISIT)
                    .with(order.instructions())
                    .say("followup.log.field-check", words.french("followup.purpose." + order.purpose()));
            rows.start(id, Map.of());
        });
    }

    /** What whoever goes there is to do. */
    Optional<String> instructions(FieldCheck check) {
        return Optional.ofNullable(sealing.open(INSTRUCTIONS, check.instructions()));
    }

    void decide(FieldCheck check, Outcome outcome) {
        rows.update(check.id(), "outcome = ?", outcome.name());
    }

    void interrupt(long id) {
        decide(rows.require(id), Outcome.INTERRUPTED);
        rows.close(id, "INTERRUPTED");
        rows.note(id, Timeline.Kind.NOTE).say("followup.log.interrupted");
    }

    FollowUpRows<FieldCheck> rows() {
        return rows;
    }
}

package fr.allervers.outreach.followup;

import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Households followed by a social advisor (suivis sociaux). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SocialFollowUps {

    static final String KIND = "social-follow-up";

    private final FollowUpRows<SocialFollowUp> rows;
    private final Clock clock;

    SocialFollowUps(FollowUpRows.Tools tools, Clock clock) {
        rows = tools.of(new FollowUpRows.Table<>(
                KIND,
                "social_follow_up",
                SocialFollowUp.class,
                "select id, household_id, agency_id, state, next_contact_at, contacts, opened_at, closed_at, outcome from social_follow_up",
                List.of()));
        this.clock = clock;
    }

    /** A follow-up as kept; {@code state} is OPEN, CLOSED or INTERRUPTED. */
    record SocialFollowUp(
            long id,
            long householdId,
            long agencyId,
            String state,
            Instant nextContactAt,
            int contacts,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String outcome)
            implements FollowUpRow {}

    /** Hands the household over in the caller's transaction, or gives the follow-up that is open for it. */
    public long open(FollowUpOrder order) {
        var own = new MapSqlParameterSource("state", "OPEN").addValue("next_contact_at", clock.instant());
        return rows.open(order, own, id -> {
            rows.note(id, order.householdId(), Timeline.Kind.TASK).social(true).say("followup.log.follow-up.opened");
            rows.start(id, Map.of());
        });
    }

    /** The advisor was in touch; {@code next} is when they will be again. */
    void contacted(SocialFollowUp followUp, Instant next) {
        rows.update(followUp.id(), "contacts = contacts + 1, next_contact_at = ?", next);
    }

    void decide(SocialFollowUp followUp, String outcome) {
        rows.update(followUp.id(), "contacts = contacts + 1, outcome = ?", outcome);
    }

    /** What is told of a follow-up is for social advisors and supervisors. */
    FollowUpRows<SocialFollowUp>.Entry note(long id) {
        return rows.note(id, Timeline.Kind.TASK).social(true);
    }

    FollowUpRows<SocialFollowUp> rows() {
        return rows;
    }
}

package fr.allervers.outreach.followup;

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

/** Households followed by a social advisor (suivis sociaux). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SocialFollowUps {

    static final String KIND = "social-follow-up";

    private final JdbcClient jdbc;
    private final Opening opening;
    private final Cases cases;
    private final Timeline timeline;
    private final CurrentStaff currentStaff;
    private final HouseholdCards words;
    private final Clock clock;

    SocialFollowUps(
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
            @Nullable String outcome) {}

    private static final String ROWS =
            "select id, household_id, agency_id, state, next_contact_at, contacts, opened_at, closed_at, outcome from social_follow_up";

    /** Hands the household over in the caller's transaction, or gives the follow-up that is open for it. */
    public long open(FollowUpOrder order) {
        currentStaff.find().ifPresent(person -> currentStaff.requireAgency(order.agencyId()));
        return opening.once(
                """
                        insert into social_follow_up (household_id, call_id, campaign_id, agency_id, state, next_contact_at, opened_by, opened_at)
                        values (?, ?, ?, ?, 'OPEN', ?, ?, ?) returning id
                        """,
                Arrays.asList(
                        order.householdId(),
                        order.callId(),
                        order.campaignId(),
                        order.agencyId(),
                        clock.instant(),
                        currentStaff.find().map(StaffMember::username).orElse("allervers"),
                        clock.instant()),
                "select id from social_follow_up where open_household_id = ?",
                List.of(order.householdId()),
                id -> {
                    note(id, order.householdId(), words.french("followup.log.follow-up.opened"), null);
                    cases.start(new CaseRef(KIND, id), Map.of());
                });
    }

    /** The advisor was in touch; {@code next} is when they will be again. */
    void contacted(SocialFollowUp followUp, Instant next) {
        jdbc.sql("update social_follow_up set contacts = contacts + 1, next_contact_at = ? where id = ?")
                .params(next, followUp.id())
                .update();
    }

    void decide(SocialFollowUp followUp, String outcome) {
        jdbc.sql("update social_follow_up set contacts = contacts + 1, outcome = ? where id = ?")
                .params(outcome, followUp.id())
                .update();
    }

    void close(long id, String state) {
        jdbc.sql("update social_follow_up set state = ?, closed_at = ? where id = ? and closed_at is null")
                .params(state, clock.instant(), id)
                .update();
    }

    /** What is told of a follow-up is for social advisors and supervisors. */
    void note(long id, long householdId, String what, @Nullable String detail) {
        timeline.record(new CaseRef(KIND, id), householdId, Timeline.Kind.TASK, what, detail, true);
    }

    SocialFollowUp require(long id) {
        return jdbc.sql(ROWS + " where id = ?")
                .param(id)
                .query(SocialFollowUp.class)
                .single();
    }

    Map<Long, SocialFollowUp> byIds(Collection<Long> ids) {
        return jdbc.sql(ROWS + " where id in (:ids)").param("ids", ids).query(SocialFollowUp.class).stream()
                .collect(Collectors.toMap(SocialFollowUp::id, Function.identity()));
    }

    List<SocialFollowUp> ofHousehold(long householdId) {
        return jdbc.sql(ROWS + " where household_id = ? order by id desc limit 50")
                .param(householdId)
                .query(SocialFollowUp.class)
                .list();
    }

    /** Ends what is open for a household that is no longer there. */
    void interrupt(long householdId) {
        jdbc.sql("select id from social_follow_up where open_household_id = ? for update")
                .param(householdId)
                .query(Long.class)
                .list()
                .forEach(id -> cases.correlate("household-interrupted", new CaseRef(KIND, id)));
    }
}

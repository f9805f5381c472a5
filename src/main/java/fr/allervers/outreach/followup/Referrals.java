package fr.allervers.outreach.followup;

import fr.allervers.outreach.followup.ReferralOrder.MadeBy;
import fr.allervers.partners.Partners;
import fr.allervers.partners.Service;
import fr.allervers.shared.WorkingTime;
import fr.allervers.shared.web.UserError;
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

/** Referrals to partners (orientations), each followed until the partner closes it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Referrals {

    static final String KIND = "partner-referral";

    private final JdbcClient jdbc;
    private final Opening opening;
    private final Cases cases;
    private final Partners partners;
    private final Timeline timeline;
    private final CurrentStaff currentStaff;
    private final WorkingTime workingTime;
    private final HouseholdCards words;
    private final Clock clock;

    Referrals(
            JdbcClient jdbc,
            Opening opening,
            Cases cases,
            Partners partners,
            Timeline timeline,
            CurrentStaff currentStaff,
            WorkingTime workingTime,
            HouseholdCards words,
            Clock clock) {
        this.jdbc = jdbc;
        this.opening = opening;
        this.cases = cases;
        this.partners = partners;
        this.timeline = timeline;
        this.currentStaff = currentStaff;
        this.workingTime = workingTime;
        this.words = words;
        this.clock = clock;
    }

    /** Where a referral stands. */
    enum State {
        TO_MAKE,
        FOLLOWED,
        CLOSED,
        INTERRUPTED
    }

    /** How a referral ended. */
    public enum Outcome {
        CLOSED_HELPED,
        CLOSED_NOT_FOLLOWED,
        NOT_POSSIBLE,
        INTERRUPTED
    }

    /** A referral as kept. */
    record Referral(
            long id,
            long householdId,
            long agencyId,
            long partnerId,
            String partner,
            @Nullable String partnerPhone,
            Service service,
            MadeBy madeBy,
            boolean consent,
            State state,
            @Nullable Outcome outcome,
            Instant openedAt,
            Instant followOn,
            @Nullable Instant closedAt) {}

    private static final String ROWS = """
            select r.id, r.household_id, r.agency_id, r.partner_id, p.name as partner, p.phone as partner_phone, r.service, r.made_by, r.consent,
                   r.state, r.outcome, r.opened_at, r.follow_on, r.closed_at
              from referral r join partner p on p.id = r.partner_id
            """;

    /**
     * Opens a referral in the caller's transaction, or gives the open one of the same household, partner and service.
     *
     * @throws UserError when somebody of ours speaks to the partner without the tenant's consent
     */
    public long open(ReferralOrder order) {
        currentStaff.find().ifPresent(person -> currentStaff.requireAgency(order.agencyId()));
        if (order.madeBy() != MadeBy.TENANT && !order.consent()) {
            throw new UserError("followup.referral.consent");
        }
        var partner = partners.find(order.partnerId())
                .orElseThrow(() -> new UserError("followup.referral.partner", order.partnerId()));
        var made = order.madeBy() != MadeBy.ADVISOR;
        var now = clock.instant();
        return opening.once(
                """
                        insert into referral (household_id, call_id, campaign_id, agency_id, partner_id, service, made_by, consent, state, opened_by, opened_at, follow_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """,
                Arrays.asList(
                        order.householdId(),
                        order.callId(),
                        order.campaignId(),
                        order.agencyId(),
                        order.partnerId(),
                        order.service().name(),
                        order.madeBy().name(),
                        order.consent(),
                        (made ? State.FOLLOWED : State.TO_MAKE).name(),
                        currentStaff.find().map(StaffMember::username).orElse("allervers"),
                        now,
                        workingTime.plusWorkingDays(now, Delays.FOLLOW_REFERRAL_DAYS)),
                "select id from referral where open_household_id = ? and partner_id = ? and service = ?",
                List.of(order.householdId(), order.partnerId(), order.service().name()),
                id -> {
                    note(id, order.householdId(), "followup.log.referral." + order.madeBy(), partner.name(), order);
                    cases.start(new CaseRef(KIND, id), Map.of("done", made));
                });
    }

    private void note(long id, long householdId, String key, String partner, ReferralOrder order) {
        timeline.record(
                new CaseRef(KIND, id),
                householdId,
                Timeline.Kind.REFERRAL,
                words.french(key, partner, words.french("partners.service." + order.service())),
                null,
                false);
    }

    /** The partner is told, by us or by the tenant: from now on we follow. */
    void made(Referral referral, MadeBy by) {
        jdbc.sql("update referral set state = 'FOLLOWED', made_by = ?, follow_on = ? where id = ?")
                .params(
                        by.name(),
                        workingTime.plusWorkingDays(clock.instant(), Delays.FOLLOW_REFERRAL_DAYS),
                        referral.id())
                .update();
    }

    /** The partner still works on it: we ask again some working days later. */
    void followAgain(Referral referral) {
        jdbc.sql("update referral set follow_on = ? where id = ?")
                .params(workingTime.plusWorkingDays(clock.instant(), Delays.FOLLOW_REFERRAL_DAYS), referral.id())
                .update();
    }

    void decide(Referral referral, Outcome outcome) {
        jdbc.sql("update referral set outcome = ? where id = ?")
                .params(outcome.name(), referral.id())
                .update();
    }

    void close(long id, State state) {
        jdbc.sql("update referral set state = ?, closed_at = ? where id = ? and closed_at is null")
                .params(state.name(), clock.instant(), id)
                .update();
    }

    Referral require(long id) {
        return jdbc.sql(ROWS + " where r.id = ?")
                .param(id)
                .query(Referral.class)
                .single();
    }

    Map<Long, Referral> byIds(Collection<Long> ids) {
        return jdbc.sql(ROWS + " where r.id in (:ids)").param("ids", ids).query(Referral.class).stream()
                .collect(Collectors.toMap(Referral::id, Function.identity()));
    }

    List<Referral> ofHousehold(long householdId) {
        return jdbc.sql(ROWS + " where r.household_id = ? order by r.id desc limit 50")
                .param(householdId)
                .query(Referral.class)
                .list();
    }

    /** Ends what is open for a household that is no longer there. */
    void interrupt(long householdId) {
        jdbc.sql("select id from referral where open_household_id = ? for update")
                .param(householdId)
                .query(Long.class)
                .list()
                .forEach(id -> cases.correlate("household-interrupted", new CaseRef(KIND, id)));
    }
}

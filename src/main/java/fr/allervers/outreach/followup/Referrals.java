package fr.allervers.outreach.followup;

import fr.allervers.outreach.followup.ReferralOrder.MadeBy;
import fr.allervers.partners.Partners;
import fr.allervers.partners.Service;
import fr.allervers.shared.web.UserError;
import fr.allervers.workflow.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Referrals to partners (orientations), each followed until the partner closes it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Referrals {

    static final String KIND = "partner-referral";

    private static final String ROWS = """
            select referral.id, household_id, agency_id, partner_id, p.name as partner, p.phone as partner_phone, service, made_by, consent, state,
                   outcome, opened_at, follow_on, closed_at
              from referral join partner p on p.id = partner_id
            """;

    private final FollowUpRows<Referral> rows;
    private final Partners partners;
    private final Deadlines deadlines;
    private final HouseholdCards words;

    Referrals(FollowUpRows.Tools tools, Partners partners, Deadlines deadlines, HouseholdCards words) {
        rows = tools.of(
                new FollowUpRows.Table<>(KIND, "referral", Referral.class, ROWS, List.of("partner_id", "service")));
        this.partners = partners;
        this.deadlines = deadlines;
        this.words = words;
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
            @Nullable Instant closedAt)
            implements FollowUpRow {}

    /**
     * Opens a referral in the caller's transaction, or gives the open one of the same household, partner and service.
     *
     * @throws UserError when somebody of ours speaks to the partner without the tenant's consent
     */
    public long open(ReferralOrder order) {
        if (order.madeBy() != MadeBy.TENANT && !order.consent()) {
            throw new UserError("followup.referral.consent");
        }
        var partner = partners.find(order.partnerId())
                .orElseThrow(() -> new UserError("followup.referral.partner", order.partnerId()));
        var made = order.madeBy() != MadeBy.ADVISOR;
        var own = new MapSqlParameterSource("partner_id", order.partnerId())
                .addValue("service", order.service().name())
                .addValue("made_by", order.madeBy().name())
                .addValue("consent", order.consent())
                .addValue("state", (made ? State.FOLLOWED : State.TO_MAKE).name())
                .addValue("follow_on", deadlines.daysFromNow(Deadlines.FOLLOW_REFERRAL_DAYS));
        return rows.open(order, own, id -> {
            rows.note(id, order.householdId(), Timeline.Kind.REFERRAL)
                    .say(
                            "followup.log.referral." + order.madeBy(),
                            partner.name(),
                            words.french("partners.service." + order.service()));
            rows.start(id, Map.of("done", made));
        });
    }

    /** The partner is told, by us or by the tenant: from now on we follow. */
    void made(Referral referral, MadeBy by) {
        rows.update(referral.id(), "state = 'FOLLOWED', made_by = ?", by.name());
        followAgain(referral);
    }

    /** The partner still works on it: we ask again some working days later. */
    void followAgain(Referral referral) {
        rows.update(referral.id(), "follow_on = ?", deadlines.daysFromNow(Deadlines.FOLLOW_REFERRAL_DAYS));
    }

    void decide(Referral referral, Outcome outcome) {
        rows.update(referral.id(), "outcome = ?", outcome.name());
    }

    void interrupt(long id) {
        decide(rows.require(id), Outcome.INTERRUPTED);
        rows.close(id, State.INTERRUPTED.name());
        rows.note(id, Timeline.Kind.NOTE).say("followup.log.interrupted");
    }

    FollowUpRows<Referral> rows() {
        return rows;
    }
}

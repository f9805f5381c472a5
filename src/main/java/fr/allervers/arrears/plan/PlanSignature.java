package fr.allervers.arrears.plan;

import fr.allervers.links.LinkPurpose;
import fr.allervers.links.PublicLinks;
import fr.allervers.messaging.HouseholdMessages;
import fr.allervers.shared.web.UserError;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import fr.allervers.tenancy.PhoneNumber;
import fr.allervers.workflow.CaseRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The household's signature from a distance: a link that asks a birth date, then a code of six digits sent to its mobile, good once, for
 * ten minutes and five tries. The application keeps who signed how and when.
 */
@Component
@Transactional
public class PlanSignature implements LinkPurpose {

    private static final String KEY = "plan-signature";
    private static final Duration LINK_LASTS = Duration.ofDays(15);
    private static final Duration CODE_LASTS = Duration.ofMinutes(10);
    private static final int TRIES = 5;
    private static final int CODES_A_DAY = 5;

    private final PlanRows rows;
    private final PublicLinks links;
    private final HouseholdMessages messages;
    private final Households households;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PlanSignature(
            PlanRows rows,
            PublicLinks links,
            HouseholdMessages messages,
            Households households,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.links = links;
        this.messages = messages;
        this.households = households;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String page() {
        return "plan";
    }

    @Override
    public boolean asksBirthDate() {
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isBirthDate(long planId, LocalDate given) {
        return households.require(rows.require(planId).householdId()).occupants().stream()
                .anyMatch(occupant -> given.equals(occupant.birthDate()));
    }

    /** The plan as the household sees it before it signs. */
    @Transactional(readOnly = true)
    public RepaymentPlan plan(long planId) {
        return rows.require(planId);
    }

    /** Whether a code can reach the household: it has a living mobile. */
    @Transactional(readOnly = true)
    public boolean canSendCode(long planId) {
        return mobile(households.require(rows.require(planId).householdId())).isPresent();
    }

    /** The address at which the plan is signed; links given before stay good. */
    String address(RepaymentPlan plan) {
        return links.address(links.issue(KEY, plan.id(), clock.instant().plus(LINK_LASTS)));
    }

    void revoke(RepaymentPlan plan) {
        links.revoke(KEY, plan.id());
    }

    /**
     * Sends a new code; the one before is void.
     *
     * @throws UserError when the plan no longer waits for a signature, no mobile is known, or too many codes were sent today
     */
    public void sendCode(long planId) {
        var plan = waiting(planId);
        var to = households.require(plan.householdId());
        if (mobile(to).isEmpty()) {
            throw new UserError("plan.sign.no-mobile");
        }
        var now = clock.instant();
        var sent = jdbc.sql("select count(*) from plan_signature_code where plan_id = ? and sent_at > ?")
                .params(planId, now.minus(Duration.ofDays(1)))
                .query(Integer.class)
                .single();
        if (sent >= CODES_A_DAY) {
            throw new UserError("plan.sign.too-many");
        }
        var code = "%06d".formatted(random.nextInt(1_000_000));
        var id = jdbc.sql("insert into plan_signature_code (plan_id, code_hash, sent_at) values (?, ?, ?) returning id")
                .params(planId, hash(planId, code), now)
                .query(Long.class)
                .single();
        messages.write(
                RepaymentPlans.KIND + "/" + planId + "/code/" + id,
                new CaseRef(RepaymentPlans.KIND, planId),
                to,
                "plan-code",
                Map.of("code", code));
    }

    /**
     * Uses the last code up and says whether it was this one. A wrong one is counted, also when nothing else comes of it.
     */
    public boolean isCode(long planId, String code) {
        waiting(planId);
        record Sent(long id, byte[] codeHash) {}
        var last = jdbc.sql("""
                        select id, code_hash from plan_signature_code where plan_id = ? and used_at is null and tries < ? and sent_at > ?
                         order by id desc limit 1 for update
                        """)
                .params(planId, TRIES, clock.instant().minus(CODE_LASTS))
                .query((row, number) -> new Sent(row.getLong("id"), row.getBytes("code_hash")))
                .optional();
        if (last.isEmpty()) {
            return false;
        }
        var right = MessageDigest.isEqual(last.get().codeHash(), hash(planId, code.strip()));
        jdbc.sql("update plan_signature_code set tries = tries + 1, used_at = if(?, ?, null) where id = ?")
                .params(right, clock.instant(), last.get().id())
                .update();
        return right;
    }

    private RepaymentPlan waiting(long planId) {
        var plan = rows.lock(planId);
        if (plan.status() != PlanStatus.OFFERED) {
            throw new UserError(HttpStatus.CONFLICT, "plan.not-so");
        }
        return plan;
    }

    private static Optional<PhoneNumber> mobile(Household of) {
        return of.occupants().stream()
                .filter(occupant -> !occupant.doNotCall())
                .flatMap(occupant -> occupant.phones().stream())
                .filter(phone -> phone.mobile() && !phone.dead())
                .findFirst();
    }

    private static byte[] hash(long planId, String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((planId + " " + code).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

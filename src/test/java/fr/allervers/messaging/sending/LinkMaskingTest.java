package fr.allervers.messaging.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.links.PublicLinks;
import fr.allervers.messaging.Channel;
import fr.allervers.messaging.Outbox;
import fr.allervers.messaging.Outgoing;
import fr.allervers.messaging.OutgoingMessages;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.SmsCentre;
import fr.allervers.testing.Tenants;
import fr.allervers.testing.Tenants.Tenant;
import fr.allervers.workflow.CaseRef;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The secret of a link stands in the database as long as its message may have to leave, and no longer. */
@ApplicationTest
class LinkMaskingTest {

    @Autowired
    LinkMasking masking;

    @Autowired
    Outbox outbox;

    @Autowired
    OutgoingMessages messages;

    @Autowired
    OutboxSweep sweep;

    @Autowired
    PublicLinks links;

    @Autowired
    SmsCentre centre;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Tenant tenant;
    private String token;

    @BeforeEach
    void aLink() {
        tenant = tenants.tenant();
        token = links.issue("plan-signature", 1, clock.instant().plus(Duration.ofDays(30)));
    }

    @AfterEach
    void reset() {
        clock.reset();
        people.signOut();
    }

    private long put(Channel channel) {
        var key = "link " + UUID.randomUUID();
        var of = new CaseRef("household-call", tenant.householdId());
        var text = "Bonjour, votre plan : " + links.address(token) + " À bientôt.";
        transaction.executeWithoutResult(status -> outbox.put(Outgoing.to(
                tenant.householdId(),
                key,
                of,
                channel,
                channel == Channel.SMS ? tenant.mobile() : "lucette@example.org",
                "Votre plan",
                text)));
        return jdbc.sql("select id from outbox_message where dedupe_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private long put(Channel channel, String state, Instant since) {
        var id = put(channel);
        jdbc.sql("update outbox_message set state = ?, sent_at = ?, next_attempt_at = ?, created_at = ? where id = ?")
                .params(state, since, since, since, id)
                .update();
        return id;
    }

    private String body(long id) {
        return jdbc.sql("select body from outbox_message where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private boolean holds(long id) {
        masking.mask();
        return body(id).contains(token);
    }

    @Test
    void theSecretLeavesWithTheMessageAndStandsNowhereOnceItHasArrived() {
        var id = put(Channel.SMS);
        assertThat(holds(id)).as("it waits").isTrue();
        sweep.sweep();
        assertThat(centre.to(tenant.mobile()))
                .anySatisfy(sms -> assertThat(sms.toString()).contains(token));
        assertThat(holds(id)).as("it may not arrive").isTrue();
        jdbc.sql("update outbox_message set state = 'DELIVERED' where id = ?")
                .param(id)
                .update();
        assertThat(holds(id)).isFalse();
        assertThat(body(id)).startsWith("Bonjour, votre plan : http").endsWith("/l/… À bientôt.");
        assertThat(jdbc.sql("select count(*) from timeline_entry where locate(?, detail) > 0 or locate(?, what) > 0")
                        .params(token, token)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(links.open(token)).as("the tenant's own copy opens").isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "SMS, QUEUED, 400, true",
        "SMS, SENDING, 400, true",
        "SMS, DELIVERED, 0, false",
        "SMS, CANCELLED, 0, false",
        "EMAIL, SENT, 0, false",
    })
    void whatHasLeftForGoodHoldsNone(Channel channel, String state, int days, boolean holds) {
        var id = put(channel, state, clock.instant().minus(Duration.ofDays(days)));
        assertThat(holds(id)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"SMS, SENT, 3", "SMS, FAILED, 7", "SMS, UNKNOWN, 7", "LETTER, PRINTED, 7"})
    void whatMayLeaveAgainHoldsItForSomeDays(Channel channel, String state, int days) {
        var then = clock.instant().minus(Duration.ofDays(days));
        var dayAfter = put(channel, state, then.minus(Duration.ofDays(1)));
        var onTheDay = put(channel, state, then);
        var dayBefore = put(channel, state, then.plusMillis(1));
        assertThat(holds(dayAfter)).isFalse();
        assertThat(holds(onTheDay)).isFalse();
        assertThat(holds(dayBefore)).isTrue();
    }

    @Test
    void aMessageWithoutItsLinkIsNotSentAgain() {
        people.signIn(people.somebodyOf(tenant.agencyId(), Role.SUPERVISOR));
        var fresh = put(Channel.SMS, "FAILED", clock.instant());
        var old = put(Channel.SMS, "FAILED", clock.instant().minus(Duration.ofDays(8)));
        masking.mask();
        messages.sendAgain(fresh);
        assertThat(body(fresh)).contains(token);
        assertThatThrownBy(() -> messages.sendAgain(old)).isInstanceOf(UserError.class);
        assertThat(jdbc.sql("select state from outbox_message where id = ?")
                        .param(old)
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED");
    }
}

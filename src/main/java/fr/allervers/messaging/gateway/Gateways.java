package fr.allervers.messaging.gateway;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.MessageState;
import fr.allervers.messaging.Outbox;
import fr.allervers.messaging.Outgoing;
import fr.allervers.shared.Dates;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.tenancy.Households;
import fr.allervers.workflow.CaseRef;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How it stands with the ways out of the house, and a message to try them. */
@Component
@Transactional
public class Gateways {

    static final String TEST = "gateway-test";
    private static final int TESTS_SHOWN = 5;

    private final ObjectProvider<SmsGateway> sms;
    private final ObjectProvider<Carrier> carriers;
    private final Outbox outbox;
    private final CurrentStaff currentStaff;
    private final Dates dates;
    private final JdbcClient jdbc;
    private final Clock clock;

    Gateways(
            ObjectProvider<SmsGateway> sms,
            ObjectProvider<Carrier> carriers,
            Outbox outbox,
            CurrentStaff currentStaff,
            Dates dates,
            JdbcClient jdbc,
            Clock clock) {
        this.sms = sms;
        this.carriers = carriers;
        this.outbox = outbox;
        this.currentStaff = currentStaff;
        this.dates = dates;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What waits and what came last, over the whole house.
     *
     * @param queued SMS that are due and wait
     */
    public record Traffic(
            long queued,
            long sending,
            long unknown,
            @Nullable Instant lastSent,
            @Nullable Instant lastReceipt,
            @Nullable Instant lastReply) {}

    /** A message sent to try the gateway. */
    public record Trial(
            String recipient,
            MessageState state,
            Instant createdAt,
            @Nullable String problem) {}

    /** @param sms how it stands with the centre; none when no gateway is chosen */
    public record View(@Nullable GatewayStatus sms, boolean mail, Traffic traffic, List<Trial> trials) {}

    @Transactional(readOnly = true)
    public View view() {
        var gateway = sms.getIfAvailable();
        return new View(
                gateway == null ? null : gateway.status(),
                carriers.stream().anyMatch(carrier -> carrier.channel() == Channel.EMAIL),
                traffic(),
                trials());
    }

    private Traffic traffic() {
        return jdbc.sql("""
                        select (select count(*) from outbox_message where channel = 'SMS' and due_at <= :now) as queued,
                               (select count(*) from outbox_message where listed = 'SENDING') as sending,
                               (select count(*) from outbox_message where listed = 'UNKNOWN') as unknown,
                               (select m.sent_at from outbox_message m where m.channel = 'SMS' and m.sent_at is not null order by m.id desc limit 1) as last_sent,
                               (select r.received_at from message_receipt r order by r.id desc limit 1) as last_receipt,
                               (select r.received_at from message_reply r order by r.id desc limit 1) as last_reply
                        """).param("now", clock.instant()).query(Traffic.class).single();
    }

    private List<Trial> trials() {
        return jdbc.sql(
                        "select recipient, state, created_at, problem from outbox_message where case_kind = ? order by id desc limit ?")
                .params(TEST, TESTS_SHOWN)
                .query(Trial.class)
                .list();
    }

    /**
     * Sends one message to this number.
     *
     * @param key the page's own, so that a form sent twice sends one message
     * @throws UserError when the number is not that of a mobile
     */
    public void sendTrial(UUID key, String number) {
        var mobile = Households.mobile(number).orElseThrow(() -> new UserError("gateways.not-mobile"));
        var person = currentStaff.require();
        var now = clock.instant();
        outbox.put(new Outgoing(
                TEST + " " + key,
                new CaseRef(TEST, person.id()),
                null,
                null,
                Channel.SMS,
                mobile,
                null,
                "Aller vers : message d'essai du "
                        + dates.moment(now).replace('\u00A0', ' ').replace('\u202F', ' ') + ".",
                null,
                false,
                null));
    }
}

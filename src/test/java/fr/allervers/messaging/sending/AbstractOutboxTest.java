package fr.allervers.messaging.sending;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.HouseholdMessages;
import fr.allervers.messaging.MessageState;
import fr.allervers.messaging.Oppositions;
import fr.allervers.messaging.Outbox;
import fr.allervers.messaging.Outgoing;
import fr.allervers.tenancy.Households;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.SmsCentre;
import fr.allervers.testing.Tenants;
import fr.allervers.testing.Tenants.Tenant;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages of tenants on their way out, and what became of them. */
@ApplicationTest
abstract class AbstractOutboxTest {

    @Autowired
    Outbox outbox;

    @Autowired
    HouseholdMessages householdMessages;

    @Autowired
    Households households;

    @Autowired
    OutboxSweep sweep;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Results results;

    @Autowired
    ReceiptStore receipts;

    @Autowired
    Oppositions oppositions;

    @Autowired
    SmsCentre centre;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    Timeline timeline;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    static CaseRef caseOf(Tenant tenant) {
        return new CaseRef("household-call", tenant.householdId());
    }

    boolean put(Tenant tenant, String key) {
        return put(tenant, key, false, null);
    }

    boolean put(Tenant tenant, String key, boolean informative, @Nullable Instant notBefore) {
        return Boolean.TRUE.equals(transaction.execute(status -> outbox.put(new Outgoing(
                key,
                caseOf(tenant),
                tenant.householdId(),
                null,
                Channel.SMS,
                tenant.mobile(),
                null,
                "Bonjour",
                null,
                informative,
                notBefore))));
    }

    long id(String key) {
        return jdbc.sql("select id from outbox_message where dedupe_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    MessageState state(String key) {
        return MessageState.valueOf(jdbc.sql("select state from outbox_message where dedupe_key = ?")
                .param(key)
                .query(String.class)
                .single());
    }

    Optional<Channel> write(Tenant tenant, String key) {
        return Optional.ofNullable(transaction.execute(status -> householdMessages
                .write(
                        key,
                        caseOf(tenant),
                        households.require(tenant.householdId()),
                        HouseholdMessages.TRIED_TO_CALL,
                        Map.of())
                .orElse(null)));
    }
}

package fr.allervers.messaging.sending;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.MessageState;
import fr.allervers.messaging.Outbox;
import fr.allervers.messaging.Outgoing;
import fr.allervers.messaging.gateway.Answer;
import fr.allervers.messaging.gateway.Answer.Part;
import fr.allervers.messaging.gateway.Answer.Verdict;
import fr.allervers.messaging.gateway.Receipt;
import fr.allervers.messaging.gateway.Receipt.State;
import fr.allervers.messaging.sending.Results.Result;
import fr.allervers.tenancy.Households;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.Tenants;
import fr.allervers.testing.Tenants.Tenant;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Receipts find their messages, in whatever order and number they come. */
@ApplicationTest
class ReceiptsTest {

    @Autowired
    Outbox outbox;

    @Autowired
    Bookkeeping books;

    @Autowired
    ReceiptStore receipts;

    @Autowired
    Tenants tenants;

    @Autowired
    Households households;

    @Autowired
    Timeline timeline;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    /** A message in a worker's hands. */
    private Claimed claimed(Tenant tenant, int parts) {
        var of = new CaseRef("household-call", tenant.householdId());
        var key = "receipt " + tenant.mobile() + " " + System.nanoTime();
        var text = "a".repeat(parts == 1 ? 10 : 153 * parts);
        transaction.executeWithoutResult(status ->
                outbox.put(Outgoing.to(tenant.householdId(), key, of, Channel.SMS, tenant.mobile(), null, text)));
        var id = jdbc.sql("select id from outbox_message where dedupe_key = ?")
                .param(key)
                .query(Long.class)
                .single();
        jdbc.sql("update outbox_message set state = 'SENDING', attempts = 1, sending_since = ? where id = ?")
                .params(clock.instant(), id)
                .update();
        return new Claimed(
                id,
                of,
                tenant.householdId(),
                Channel.SMS,
                tenant.mobile(),
                null,
                text,
                null,
                false,
                parts,
                java.util.Set.of(),
                1,
                clock.instant());
    }

    private void written(CompletableFuture<Void> entry) {
        entry.join();
        books.broughtTogether().join();
    }

    private void accepted(Claimed message, String... centreIds) {
        var parts = new ArrayList<Part>();
        IntStream.range(0, centreIds.length).forEach(at -> parts.add(new Part(at + 1, centreIds[at])));
        written(books.answer(new Result(message, Answer.accepted(parts))));
    }

    private void unknown(Claimed message) {
        written(books.answer(new Result(message, Answer.of(Verdict.UNKNOWN, "Pas de réponse"))));
    }

    private void receipt(String centreId, State state) {
        written(books.receipt(new Receipt(centreId, state, null, null, null, false)));
    }

    private void stray(Claimed message, String centreId, @Nullable Integer reference) {
        written(books.receipt(new Receipt(centreId, State.DELIVERED, null, message.recipient(), reference, false)));
        clock.advance(ReceiptStore.ANSWER_MAY_COME);
        receipts.reconcile();
    }

    private MessageState state(Claimed message) {
        return MessageState.valueOf(jdbc.sql("select state from outbox_message where id = ?")
                .param(message.id())
                .query(String.class)
                .single());
    }

    private static String id(Claimed message) {
        return "c" + message.id();
    }

    @Test
    void aReceiptDeliversTheMessageAndTheTimelineShowsIt() {
        var message = claimed(tenants.tenant(), 1);
        accepted(message, id(message));
        assertThat(state(message)).isEqualTo(MessageState.SENT);
        receipt(id(message), State.PENDING);
        assertThat(state(message)).isEqualTo(MessageState.SENT);
        receipt(id(message), State.DELIVERED);
        assertThat(state(message)).isEqualTo(MessageState.DELIVERED);
        assertThat(timeline.ofCase(message.of(), false))
                .extracting(Timeline.Entry::what)
                .containsExactly("SMS remis au " + message.recipient(), "SMS envoyé au " + message.recipient());
    }

    @Test
    void aReceiptThatComesBeforeTheAnswerWaitsForIt() {
        var message = claimed(tenants.tenant(), 1);
        receipt(id(message), State.DELIVERED);
        assertThat(state(message)).isEqualTo(MessageState.SENDING);
        accepted(message, id(message));
        assertThat(state(message)).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void theSameReceiptTwiceIsOne() {
        var message = claimed(tenants.tenant(), 1);
        accepted(message, id(message));
        receipt(id(message), State.DELIVERED);
        receipt(id(message), State.DELIVERED);
        assertThat(timeline.ofCase(message.of(), false)).hasSize(2);
    }

    @Test
    void aFinalStateNeverGoesBack() {
        var message = claimed(tenants.tenant(), 1);
        accepted(message, id(message));
        receipt(id(message), State.DELIVERED);
        receipt(id(message), State.PENDING);
        receipt(id(message), State.FAILED);
        assertThat(state(message)).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void aLongMessageIsDeliveredWithItsLastPart() {
        var message = claimed(tenants.tenant(), 3);
        accepted(message, id(message) + "a", id(message) + "b", id(message) + "c");
        receipt(id(message) + "c", State.DELIVERED);
        receipt(id(message) + "a", State.DELIVERED);
        assertThat(state(message)).isEqualTo(MessageState.SENT);
        receipt(id(message) + "b", State.DELIVERED);
        assertThat(state(message)).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void aLongMessageFailsWithItsFirstLostPart() {
        var message = claimed(tenants.tenant(), 2);
        accepted(message, id(message) + "a", id(message) + "b");
        receipt(id(message) + "b", State.FAILED);
        receipt(id(message) + "a", State.DELIVERED);
        assertThat(state(message)).isEqualTo(MessageState.FAILED);
    }

    @Test
    void aNumberThatTheNetworkDoesNotKnowIsMarkedDead() {
        var tenant = tenants.tenant();
        var message = claimed(tenant, 1);
        accepted(message, id(message));
        written(books.receipt(new Receipt(id(message), State.FAILED, "001", tenant.mobile(), null, true)));
        assertThat(state(message)).isEqualTo(MessageState.FAILED);
        assertThat(households.require(tenant.householdId()).occupants())
                .flatExtracting(occupant -> occupant.phones())
                .anySatisfy(phone -> assertThat(phone.dead()).isTrue());
    }

    @Test
    void theOnlyUnknownMessageToTheNumberIsSettledByItsReceipt() {
        var message = claimed(tenants.tenant(), 1);
        unknown(message);
        assertThat(state(message)).isEqualTo(MessageState.UNKNOWN);
        stray(message, id(message), null);
        assertThat(state(message)).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void ofTwoUnknownMessagesOnlyOurReferenceTellsWhich() {
        var tenant = tenants.tenant();
        var first = claimed(tenant, 1);
        var second = claimed(tenant, 1);
        unknown(first);
        unknown(second);
        stray(first, id(first) + "without", null);
        assertThat(state(first)).isEqualTo(MessageState.UNKNOWN);
        assertThat(state(second)).isEqualTo(MessageState.UNKNOWN);
        stray(second, id(second), (int) (second.id() & 0xFFFF));
        assertThat(state(first)).isEqualTo(MessageState.UNKNOWN);
        assertThat(state(second)).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void aReceiptNeverSettlesAMessageWhoseAnswerMayStillCome() {
        var tenant = tenants.tenant();
        var message = claimed(tenant, 1);
        stray(message, "stray" + message.id(), null);
        assertThat(state(message)).isEqualTo(MessageState.SENDING);
        accepted(message, id(message));
        receipt(id(message), State.DELIVERED);
        assertThat(state(message)).isEqualTo(MessageState.DELIVERED);
    }
}

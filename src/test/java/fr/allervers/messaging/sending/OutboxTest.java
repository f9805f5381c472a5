package fr.allervers.messaging.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.MessageState;
import fr.allervers.messaging.Outgoing;
import fr.allervers.messaging.gateway.Answer;
import fr.allervers.messaging.gateway.Carrier;
import fr.allervers.messaging.gateway.Parcel;
import fr.allervers.messaging.sending.Dispatch.Place;
import fr.allervers.testing.AtOnce;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each message leaves once, at its moment, with the transaction that causes it. */
class OutboxTest extends AbstractOutboxTest {

    @Autowired
    PumpForTests pump;

    @Test
    void aMessageLeavesOnceAndItsTimelineShowsTheProof() {
        var tenant = tenants.tenant();
        put(tenant, "once " + tenant.mobile());
        sweep.sweep();
        sweep.sweep();
        assertThat(centre.to(tenant.mobile())).singleElement().satisfies(received -> {
            assertThat(received.text()).isEqualTo("Bonjour");
            assertThat(received.reference()).isEqualTo("allervers-" + id("once " + tenant.mobile()));
        });
        assertThat(state("once " + tenant.mobile())).isEqualTo(MessageState.SENT);
        assertThat(timeline.ofCase(caseOf(tenant), false)).singleElement().satisfies(entry -> assertThat(entry.what())
                .contains(tenant.mobile()));
    }

    @Test
    void theSameKeyIsOneMessageWhateverTheNumberOfThreads() throws Exception {
        var tenant = tenants.tenant();
        var results = AtOnce.times(4, () -> put(tenant, "same " + tenant.mobile()));
        assertThat(results).containsExactlyInAnyOrder(true, false, false, false);
        sweep.sweep();
        assertThat(centre.to(tenant.mobile())).hasSize(1);
    }

    @Test
    void aMessageIsLostWithTheTransactionThatCausesIt() {
        var tenant = tenants.tenant();
        transaction.executeWithoutResult(status -> {
            outbox.put(Outgoing.to(
                    tenant.householdId(),
                    "lost " + tenant.mobile(),
                    caseOf(tenant),
                    Channel.SMS,
                    tenant.mobile(),
                    null,
                    "Bonjour"));
            status.setRollbackOnly();
        });
        sweep.sweep();
        assertThat(centre.to(tenant.mobile())).isEmpty();
    }

    @Test
    void twoWorkersNeverSendOneMessageTwice() throws Exception {
        var all = IntStream.range(0, 40).mapToObj(n -> tenants.tenant()).toList();
        all.forEach(tenant -> put(tenant, "workers " + tenant.mobile()));
        AtOnce.times(3, () -> sweep.sweep());
        assertThat(all)
                .allSatisfy(tenant -> assertThat(centre.to(tenant.mobile())).hasSize(1))
                .allSatisfy(tenant ->
                        assertThat(state("workers " + tenant.mobile())).isEqualTo(MessageState.SENT));
    }

    @Test
    void aRunGoesOnWhereItStoodAndThenLooksForWhatWasDueBefore() {
        sweep.sweep();
        var all = IntStream.range(0, 8).mapToObj(n -> tenants.tenant()).toList();
        all.forEach(tenant -> put(tenant, "run " + tenant.mobile()));
        var first = dispatch.claim(Channel.SMS, 3, Place.START);
        var second = dispatch.claim(Channel.SMS, 3, first.last());
        assertThat(dispatch.claim(Channel.SMS, 3, second.last()).messages()).hasSize(2);
        dispatch.giveBack(first.messages());
        dispatch.giveBack(second.messages());
        assertThat(dispatch.claim(Channel.SMS, 10, second.last()).nothingDue())
                .as("behind the last, where those that came back do not stand")
                .isTrue();

        var late = tenants.tenant();
        var handedOver = pump.run(new OneByOne(
                () -> put(late, "late " + late.mobile(), false, clock.instant().minus(Duration.ofDays(1)))));
        assertThat(handedOver).isEqualTo(7);
        assertThat(state("late " + late.mobile())).isEqualTo(MessageState.SENT);
    }

    /** Takes what it is given; with the first message, something else happens. */
    private static final class OneByOne implements Carrier {

        private final Runnable withTheFirst;
        private boolean begun;

        private OneByOne(Runnable withTheFirst) {
            this.withTheFirst = withTheFirst;
        }

        @Override
        public Channel channel() {
            return Channel.SMS;
        }

        @Override
        public Answer send(Parcel parcel) {
            if (!begun) {
                begun = true;
                withTheFirst.run();
            }
            return Answer.accepted(List.of());
        }
    }

    @Test
    void manyArePutInAtOnceAndThoseThatAreThereAreLeftAsTheyAre() {
        var tenant = tenants.tenant();
        put(tenant, "many 1 " + tenant.mobile());
        var all = IntStream.rangeClosed(1, 1_201)
                .mapToObj(n -> Outgoing.to(
                        tenant.householdId(),
                        "many " + n + " " + tenant.mobile(),
                        caseOf(tenant),
                        Channel.LETTER,
                        "12 rue des Lilas",
                        "Objet",
                        "Texte " + n))
                .toList();
        assertThat(count(() -> outbox.putAll(all))).isEqualTo(1_200);
        assertThat(count(() -> outbox.putAll(all))).isZero();
        assertThat(jdbc.sql("select body from outbox_message where id = ?")
                        .param(id("many 1 " + tenant.mobile()))
                        .query(String.class)
                        .single())
                .isEqualTo("Bonjour");
        assertThat(count(() -> outbox.cancel(caseOf(tenant)))).isEqualTo(1_201);
        sweep.sweep();
        assertThat(centre.to(tenant.mobile())).isEmpty();
        assertThat(state("many 1 " + tenant.mobile())).isEqualTo(MessageState.CANCELLED);
    }

    @Test
    void aMessageWaitsForItsMoment() {
        var tenant = tenants.tenant();
        var key = "later " + tenant.mobile();
        put(tenant, key, false, clock.instant().plus(Duration.ofHours(1)));
        clock.advance(Duration.ofHours(1).minusMillis(1));
        sweep.sweep();
        assertThat(state(key)).isEqualTo(MessageState.QUEUED);
        clock.advance(Duration.ofMillis(1));
        sweep.sweep();
        assertThat(state(key)).isEqualTo(MessageState.SENT);
    }

    private int count(java.util.function.IntSupplier act) {
        Integer count = transaction.execute(status -> act.getAsInt());
        return count == null ? 0 : count;
    }
}

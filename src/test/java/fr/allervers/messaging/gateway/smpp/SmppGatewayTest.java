package fr.allervers.messaging.gateway.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.allervers.messaging.SmsText;
import fr.allervers.messaging.gateway.Answer;
import fr.allervers.messaging.gateway.Answer.Verdict;
import fr.allervers.messaging.gateway.FromNetwork;
import fr.allervers.messaging.gateway.Incoming;
import fr.allervers.messaging.gateway.Parcel;
import fr.allervers.messaging.gateway.Receipt;
import fr.allervers.messaging.gateway.SmsSettings;
import fr.allervers.testing.SmppCentre;
import fr.allervers.testing.SmppCentre.Reaction;
import fr.allervers.testing.SmppCentre.Submitted;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gateway against a simulated centre, over a real connection. */
class SmppGatewayTest {

    private static final String NUMBER = "+33639980012";

    private final List<Receipt> receipts = new CopyOnWriteArrayList<>();
    private final List<Incoming> replies = new CopyOnWriteArrayList<>();
    private final List<Submitted> submitted = new CopyOnWriteArrayList<>();
    /** What becomes of the next receipts. */
    private volatile Supplier<CompletableFuture<Void>> kept = () -> CompletableFuture.completedFuture(null);

    private SmppCentre centre;
    private SmppLink link;
    private SmppGateway gateway;

    private void start(Function<Submitted, Reaction> script) throws Exception {
        centre = new SmppCentre(
                one -> {
                    submitted.add(one);
                    return script.apply(one);
                },
                2_500);
        var smpp = SmppTestLink.settings(centre.port(), 10, Duration.ofSeconds(1));
        var all = new SmsSettings(SmsSettings.Choice.SMPP, 0, "Bailleur", smpp, null);
        var network = new FromNetwork() {
            @Override
            public CompletableFuture<Void> receipt(Receipt receipt) {
                receipts.add(receipt);
                return kept.get();
            }

            @Override
            public void reply(Incoming message) {
                replies.add(message);
            }
        };
        link = new SmppLink(
                smpp,
                SmppConnections.of(smpp),
                new SmppReceiver(network, new ReceiptReader(new MessageIds(smpp.ids()), Set.of("001"))));
        link.start();
        gateway = new SmppGateway(all, smpp, link);
        await().atMost(Duration.ofSeconds(10)).until(gateway::ready);
    }

    @AfterEach
    void stop() throws Exception {
        if (link != null) {
            link.close();
            centre.close();
        }
    }

    private Answer send(String text, Integer... partsSent) {
        return gateway.send(new Parcel(77, NUMBER, null, text, null, false, Set.of(partsSent)));
    }

    @Test
    void aShortTextIsTakenInOnePartAndItsReceiptCarriesTheSameId() throws Exception {
        start(one -> Reaction.TAKE);
        var answer = send("Voilà, bientot € !");
        assertThat(answer.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(submitted).singleElement().satisfies(one -> {
            assertThat(one.number()).isEqualTo(NUMBER);
            assertThat(one.text()).isEqualTo("Voilà, bientot € !");
        });
        await().until(() -> !receipts.isEmpty());
        assertThat(receipts.get(0).centreId()).isEqualTo(answer.parts().get(0).centreId());
        assertThat(receipts.get(0).recipient()).isEqualTo(NUMBER);
        assertThat(receipts.get(0).state()).isEqualTo(Receipt.State.DELIVERED);
    }

    @Test
    void aLongTextIsTakenInPartsThatTheTelephoneCanPutTogether() throws Exception {
        start(one -> Reaction.TAKE);
        var text = "Coupure d’eau 🙂 ".repeat(12);
        assertThat(send(text).parts()).hasSize(SmsText.of(text).parts().size());
        assertThat(submitted).allMatch(one -> one.reference() == 77);
        assertThat(String.join("", submitted.stream().map(Submitted::text).toList()))
                .isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "THROTTLE, TOO_FAST",
        "QUEUE_FULL, TRY_LATER",
        "NO_SUCH_NUMBER, REFUSED",
        "ANSWER_LATE, UNKNOWN",
        "TAKE_AND_DROP, UNKNOWN"
    })
    void whatTheCentreDoesDecides(Reaction reaction, Verdict verdict) throws Exception {
        start(one -> reaction);
        var answer = send("Bonjour");
        assertThat(answer.verdict()).isEqualTo(verdict);
        assertThat(answer.deadNumber()).isEqualTo(reaction == Reaction.NO_SUCH_NUMBER);
    }

    @Test
    void ofALongMessageOnlyThePartsThatAreMissingLeaveTheNextTime() throws Exception {
        start(one -> one.part() == 2 && one.times() == 1 ? Reaction.THROTTLE : Reaction.TAKE);
        var text = "a".repeat(400);
        var first = send(text);
        assertThat(first.verdict()).isEqualTo(Verdict.TOO_FAST);
        assertThat(first.parts()).extracting(Answer.Part::number).containsExactly(1);
        var second = send(text, 1);
        assertThat(second.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(second.parts()).extracting(Answer.Part::number).containsExactly(2, 3);
        assertThat(centre.taken(NUMBER)).isEqualTo(3);
    }

    @Test
    void afterALossItBindsAgainByItself() throws Exception {
        start(one -> Reaction.TAKE);
        centre.dropConnections();
        await().atMost(Duration.ofSeconds(15)).until(() -> send("Bonjour").verdict() == Verdict.ACCEPTED);
    }

    @Test
    void withoutACentreNothingLeaves() throws Exception {
        start(one -> Reaction.TAKE);
        centre.close();
        await().atMost(Duration.ofSeconds(15)).until(() -> !gateway.ready());
        assertThat(send("Bonjour").verdict()).isEqualTo(Verdict.NOT_SENT);
        // An attempt to bind that the closing cuts off ends with its own time-out first.
        await().atMost(Duration.ofMinutes(1)).until(() -> gateway.status().problem() != null);
    }

    @Test
    void aReceiptIsAcknowledgedOnceItIsKeptAndNobodyWaitsForThat() throws Exception {
        var many = 40;
        var keeping = new CompletableFuture<Void>();
        kept = () -> keeping;
        start(one -> Reaction.TAKE);
        for (var message = 0; message < many; message++) {
            assertThat(send("Bonjour").verdict()).isEqualTo(Verdict.ACCEPTED);
        }
        await().until(() -> receipts.size() == many);
        assertThat(send("Bonjour").verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(centre.receiptsAcknowledged()).isZero();
        keeping.complete(null);
        await().until(() -> centre.receiptsAcknowledged() == many + 1);
    }

    @Test
    void aReceiptThatCouldNotBeKeptComesAgain() throws Exception {
        kept = () -> CompletableFuture.failedFuture(new IllegalStateException("no database"));
        start(one -> Reaction.TAKE);
        send("Bonjour");
        await().until(() -> receipts.size() == 2);
        assertThat(centre.receiptsAcknowledged()).isZero();
        kept = () -> CompletableFuture.completedFuture(null);
        await().until(() -> centre.receiptsAcknowledged() == 1);
        assertThat(receipts.get(0)).isEqualTo(receipts.get(1));
    }

    @Test
    void aReplyIsHandedOn() throws Exception {
        start(one -> Reaction.TAKE);
        centre.reply(NUMBER, "Merci à vous");
        await().until(() -> !replies.isEmpty());
        assertThat(replies.get(0).from()).isEqualTo(NUMBER);
        assertThat(replies.get(0).text()).isEqualTo("Merci à vous");
        centre.reply(NUMBER, "Merci à vous");
        await().until(() -> replies.size() == 2);
        assertThat(replies.get(1).fingerprint()).isEqualTo(replies.get(0).fingerprint());
    }

    @Test
    void theHeaderOfAPartIsTheOneThatTelephonesKnow() {
        var text = SmsText.of("a".repeat(161));
        var octets = SmppGateway.octets(0x1FF, text, 2);
        assertThat(Arrays.copyOf(octets, 6)).containsExactly(5, 0, 3, 0xFF, 2, 2);
        assertThat(SmppGateway.octets(1, SmsText.of("ê"), 1)).isEqualTo("ê".getBytes(StandardCharsets.UTF_16BE));
    }

    @Test
    void theTimeToTryIsWrittenAsTheProtocolWants() {
        assertThat(SmppGateway.validity(Duration.ofDays(2))).isEqualTo("000002000000000R");
        assertThat(SmppGateway.validity(Duration.ofMinutes(90))).isEqualTo("000000013000000R");
    }
}

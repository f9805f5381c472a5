package fr.allervers.messaging.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.Outbox;
import fr.allervers.messaging.Outgoing;
import fr.allervers.messaging.gateway.FromNetwork;
import fr.allervers.messaging.gateway.smpp.SmppTestLink;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.SmppCentre;
import fr.allervers.testing.SmppCentre.Reaction;
import fr.allervers.testing.SmppCentre.Submitted;
import fr.allervers.workflow.CaseRef;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole way to a simulated centre that misbehaves: each number is taken at most once, and the report adds up. */
@ApplicationTest
class SmppSendingTest {

    private static final int MESSAGES = 300;

    @Autowired
    Outbox outbox;

    @Autowired
    PumpForTests pump;

    @Autowired
    OutboxSweep sweep;

    @Autowired
    FromNetwork network;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private final CaseRef mailing =
            new CaseRef("mass-message", ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41));
    private final String prefix =
            "+3369%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000));

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private String number(int of) {
        return prefix + "%04d".formatted(of);
    }

    private void put() {
        // What other tests have left waiting must not come along.
        sweep.sweep();
        var all = IntStream.range(0, MESSAGES)
                .mapToObj(n -> new Outgoing(
                        mailing.id() + " " + n,
                        mailing,
                        null,
                        null,
                        Channel.SMS,
                        number(n),
                        null,
                        "Coupure d'eau demain",
                        null,
                        false,
                        null))
                .toList();
        transaction.executeWithoutResult(status -> outbox.putAll(all));
    }

    private Map<String, Long> states() {
        var states = new HashMap<String, Long>();
        jdbc.sql("select state, count(*) as n from outbox_message where case_kind = ? and case_id = ? group by state")
                .params(mailing.kind(), mailing.id())
                .query(row -> {
                    states.put(row.getString("state"), row.getLong("n"));
                });
        return states;
    }

    private static Function<Submitted, Reaction> mostly(Reaction usual, Reaction sometimes, int every) {
        return one ->
                Integer.parseInt(one.number().substring(one.number().length() - 4)) % every == 0 ? sometimes : usual;
    }

    private void atMostOnceEach(SmppCentre centre) {
        assertThat(centre.taken().values())
                .allSatisfy(times -> assertThat(times.get()).isOne());
    }

    @Test
    void receiptsTwiceOutOfOrderAndBeforeTheAnswerDeliverEachMessageOnce() throws Exception {
        Function<Submitted, Reaction> script =
                one -> switch (one.number().charAt(one.number().length() - 1)) {
                    case '0', '1' -> Reaction.TAKE_AND_SEND_RECEIPT_TWICE;
                    case '2', '3' -> Reaction.TAKE_AND_SEND_RECEIPTS_OUT_OF_ORDER;
                    case '4', '5' -> Reaction.RECEIPT_BEFORE_ANSWER;
                    case '6' -> Reaction.UNKNOWN_SUBSCRIBER;
                    default -> Reaction.TAKE;
                };
        try (var centre = new SmppCentre(script);
                var link = SmppTestLink.to(centre.port(), 20, Duration.ofSeconds(20), network)) {
            put();
            assertThat(pump.run(link.gateway())).isEqualTo(MESSAGES);
            await().atMost(Duration.ofSeconds(30)).until(() -> states().getOrDefault("SENT", 0L) == 0);
            assertThat(states()).containsOnly(Map.entry("DELIVERED", 270L), Map.entry("FAILED", 30L));
            atMostOnceEach(centre);
            assertThat(centre.takenInAll()).isEqualTo(MESSAGES);
        }
    }

    @Test
    void lateAnswersAndDroppedConnectionsAreSettledByTheirReceiptsWithoutASecondSend() throws Exception {
        Function<Submitted, Reaction> script =
                one -> mostly(Reaction.TAKE, Reaction.ANSWER_LATE, 23).apply(one) == Reaction.ANSWER_LATE
                        ? Reaction.ANSWER_LATE
                        : mostly(Reaction.TAKE, Reaction.TAKE_AND_DROP, 101).apply(one);
        try (var centre = new SmppCentre(script, 2_500);
                var link = SmppTestLink.to(centre.port(), 10, Duration.ofSeconds(1), network)) {
            put();
            for (var run = 0; run < 30 && states().containsKey("QUEUED"); run++) {
                link.awaitBound();
                pump.run(link.gateway());
                clock.advance(Duration.ofSeconds(2));
            }
            assertThat(states()).doesNotContainKey("QUEUED");
            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
                clock.advance(Duration.ofSeconds(20));
                sweep.settle();
                // what the dropped connection carried away stays unknown; on a quick line that may be nothing at all
                assertThat(states().keySet()).isSubsetOf("DELIVERED", "UNKNOWN");
                assertThat(states().get("DELIVERED")).isEqualTo((long) centre.takenInAll());
            });
            atMostOnceEach(centre);
            assertThat(states().values().stream().mapToLong(n -> n).sum()).isEqualTo(MESSAGES);
        }
    }

    @Test
    void aCentreThatThrottlesIsGivenTimeAndNoMessageIsLost() throws Exception {
        try (var centre = new SmppCentre(one -> one.times() == 1
                                && mostly(Reaction.TAKE, Reaction.THROTTLE, 40).apply(one) == Reaction.THROTTLE
                        ? Reaction.THROTTLE
                        : Reaction.TAKE);
                var link = SmppTestLink.to(centre.port(), 10, Duration.ofSeconds(20), network)) {
            put();
            for (var run = 0; run < 10 && states().containsKey("QUEUED"); run++) {
                pump.run(link.gateway());
                clock.advance(Duration.ofSeconds(2));
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> states().equals(Map.of("DELIVERED", (long) MESSAGES)));
            atMostOnceEach(centre);
        }
    }

    @Test
    void twoWorkersShareTheWorkAndSendNothingTwice() throws Exception {
        try (var centre = new SmppCentre(one -> Reaction.TAKE);
                var first = SmppTestLink.to(centre.port(), 10, Duration.ofSeconds(20), network);
                var second = SmppTestLink.to(centre.port(), 10, Duration.ofSeconds(20), network)) {
            put();
            var pumps = List.of(first, second).stream()
                    .map(link -> CompletableFuture.supplyAsync(() -> pump.run(link.gateway())))
                    .toList();
            assertThat(pumps.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(MESSAGES);
            await().atMost(Duration.ofSeconds(30)).until(() -> states().equals(Map.of("DELIVERED", (long) MESSAGES)));
            atMostOnceEach(centre);
        }
    }
}

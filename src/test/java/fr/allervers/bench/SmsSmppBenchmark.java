package fr.allervers.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.Outbox;
import fr.allervers.messaging.Outgoing;
import fr.allervers.messaging.gateway.FromNetwork;
import fr.allervers.messaging.gateway.smpp.SmppTestLink;
import fr.allervers.messaging.sending.PumpForTests;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.SmppCentre;
import fr.allervers.testing.SmppCentre.Reaction;
import fr.allervers.workflow.CaseRef;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jsmpp.SMPPConstant;
import org.jsmpp.SynchronizedPDUReader;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * SMS from the outbox to a centre on this machine, each with its receipt, until every row says delivered. Once against a
 * centre that allows 200 a second (limit: that rate), once without a limit (limit: a bare jsmpp loop with the same window,
 * which keeps nothing and acknowledges receipts unread).
 */
@ApplicationTest
class SmsSmppBenchmark {

    private static final int WINDOW = 50;
    private static final double ALLOWED = 200;
    private static final AtomicLong MAILINGS = new AtomicLong(1L << 42);

    @Autowired
    Outbox outbox;

    @Autowired
    MovableClock clock;

    @Autowired
    PumpForTests pump;

    @Autowired
    FromNetwork network;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource database;

    @Test
    void smsPerSecondWithoutALimit() throws Exception {
        var bench = Bench.rate("sms-smpp", "SMS per second by SMPP, with receipts", "1/s", 13_000);
        var size = bench.size();
        bench.side("ours", () -> ours(size, 0, one -> Reaction.TAKE))
                .side("limit", () -> bare(size))
                .target("limit", 1.0 / 3)
                // A round takes two seconds: after one round the compiler still takes a third of the machine.
                .warmUp(8)
                .note("The limit is a bare jsmpp loop with the same window: no rows, receipts acknowledged unread.")
                .run(database);
    }

    @Test
    void smsPerSecondWhereTheCentreAllowsTwoHundred() throws Exception {
        var bench = Bench.rate("sms-smpp-200", "SMS per second where the centre allows 200", "1/s", 13_000);
        var size = bench.size();
        bench.side("ours", () -> ours(size, ALLOWED, allowed()))
                .side("limit", () -> ALLOWED)
                .target("limit", 0.98)
                .note(
                        "From the first submit to the last answer; whatever is above the rate is refused (ESME_RTHROTTLED).")
                .run(database);
    }

    /** 200 in each second, and a twentieth more for the network's jitter. */
    private static Function<SmppCentre.Submitted, Reaction> allowed() {
        var room = new Object() {
            private double tokens = ALLOWED / 20;
            private long last = System.nanoTime();

            synchronized boolean take() {
                var now = System.nanoTime();
                tokens = Math.min(ALLOWED / 20, tokens + (now - last) / 1e9 * ALLOWED);
                last = now;
                if (tokens < 1) {
                    return false;
                }
                tokens--;
                return true;
            }
        };
        return one -> room.take() ? Reaction.TAKE : Reaction.THROTTLE;
    }

    private double ours(int size, double perSecond, Function<SmppCentre.Submitted, Reaction> script) throws Exception {
        var mailing = new CaseRef("mass-message", MAILINGS.incrementAndGet());
        put(mailing, size);
        try (var centre = new SmppCentre(script);
                var link = SmppTestLink.to(centre.port(), WINDOW, perSecond, Duration.ofSeconds(20), network)) {
            var start = System.nanoTime();
            var begun = clock.instant();
            var handedOver = 0;
            while (handedOver == 0 || count(mailing, "QUEUED") > 0) {
                handedOver += pump.run(link.gateway());
                // What the centre refused for now comes again when its time has passed on the application's clock too.
                clock.set(begun.plusNanos(System.nanoTime() - start));
            }
            var sent = System.nanoTime();
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> centre.receiptsAcknowledged() == size && count(mailing, "DELIVERED") == size);
            var delivered = System.nanoTime();
            assertThat(centre.takenInAll()).isEqualTo(size);
            assertThat(centre.taken()).hasSize(size);
            // At a rate, the last receipts come after the last second; without one, they are part of the work.
            return size / (((perSecond > 0 ? sent : delivered) - start) / 1e9);
        }
    }

    private void put(CaseRef mailing, int size) {
        for (var from = 0; from < size; from += 1_000) {
            var some = IntStream.range(from, Math.min(size, from + 1_000))
                    .mapToObj(n -> new Outgoing(
                            mailing.id() + " " + n,
                            mailing,
                            null,
                            null,
                            Channel.SMS,
                            "+3363998%05d".formatted(n),
                            null,
                            "Coupure d'eau demain de 9 h a 12 h au batiment B. Pensez a faire une reserve.",
                            null,
                            false,
                            null))
                    .toList();
            transaction.executeWithoutResult(status -> outbox.putAll(some));
        }
    }

    private long count(CaseRef mailing, String state) {
        Long count = jdbc.queryForObject(
                "select count(*) from outbox_message where case_kind = ? and case_id = ? and state = ?",
                Long.class,
                mailing.kind(),
                mailing.id(),
                state);
        return count == null ? 0 : count;
    }

    private static double bare(int size) throws Exception {
        var threads = Executors.newFixedThreadPool(WINDOW);
        try (var centre = new SmppCentre(one -> Reaction.TAKE)) {
            var session =
                    new SMPPSession(new SynchronizedPDUSender(), new SynchronizedPDUReader(), SmsSmppBenchmark::prompt);
            session.setTransactionTimer(20_000);
            session.setMessageReceiverListener(new Unread());
            session.connectAndBind(
                    "127.0.0.1",
                    centre.port(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            "bare",
                            "secret",
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null));
            var start = System.nanoTime();
            for (var n = 0; n < size; n++) {
                var number = "3363998%05d".formatted(n);
                threads.submit(() -> submit(session, number));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> centre.receiptsAcknowledged() == size);
            var rate = size / ((System.nanoTime() - start) / 1e9);
            assertThat(centre.takenInAll()).isEqualTo(size);
            session.unbindAndClose();
            return rate;
        } finally {
            threads.shutdownNow();
        }
    }

    /** As ours: no PDU waits for the acknowledgement of those before. */
    private static Connection prompt(String host, int port) throws IOException {
        var socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        return new SocketConnection(socket);
    }

    private static final class Unread implements MessageReceiverListener {

        @Override
        public void onAcceptDeliverSm(DeliverSm receipt) {
            // acknowledged by coming back
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification notification) {
            // none is asked for
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm message, Session source) throws ProcessRequestException {
            throw new ProcessRequestException("not taken", SMPPConstant.STAT_ESME_RINVCMDID);
        }
    }

    private static String submit(SMPPSession session, String number) throws Exception {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "Bailleur",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        number,
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new RawDataCoding((byte) 0),
                        (byte) 0,
                        "Coupure d'eau demain de 9 h a 12 h au batiment B. Pensez a faire une reserve.".getBytes())
                .getMessageId();
    }
}

package fr.allervers.testing;

import fr.allervers.messaging.Gsm7;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * A simulated SMS centre that speaks SMPP on a port of this machine: it counts what it is given, and does to each submit
 * what the test's script says. It takes a submit even where it then hides that from the sender.
 */
public final class SmppCentre implements AutoCloseable {

    /** A submit as the centre got it. */
    public record Submitted(String number, String text, int reference, int part, int times) {}

    /** What the centre does with a submit. */
    public enum Reaction {
        /** Takes it, answers, sends a receipt. */
        TAKE,
        TAKE_AND_SEND_RECEIPT_TWICE,
        /** "On its way" comes after "delivered". */
        TAKE_AND_SEND_RECEIPTS_OUT_OF_ORDER,
        RECEIPT_BEFORE_ANSWER,
        /** Takes it and answers after the sender has stopped waiting. */
        ANSWER_LATE,
        /** Takes it and drops the connection instead of an answer. */
        TAKE_AND_DROP,
        /** Does not take it: ESME_RTHROTTLED. */
        THROTTLE,
        /** Does not take it: ESME_RMSGQFUL. */
        QUEUE_FULL,
        /** Does not take it: ESME_RINVDSTADR. */
        NO_SUCH_NUMBER,
        /** Takes it, and the network knows nobody of this number. */
        UNKNOWN_SUBSCRIBER
    }

    private final SMPPServerSessionListener listener;
    private final int port;
    private final Function<Submitted, Reaction> script;
    private final long lateMillis;
    private final ExecutorService receipts = Executors.newFixedThreadPool(50, SmppCentre::daemon);
    private final ExecutorService sessions = Executors.newCachedThreadPool(SmppCentre::daemon);
    private final List<SMPPServerSession> bound = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong(System.nanoTime());
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger receiptsAcknowledged = new AtomicInteger();
    private volatile boolean closed;

    public SmppCentre(Function<Submitted, Reaction> script) throws IOException {
        this(script, 1_500);
    }

    /** @param lateMillis how late a late answer is */
    public SmppCentre(Function<Submitted, Reaction> script, long lateMillis) throws IOException {
        this(script, lateMillis, new ServerSocket(0));
    }

    /** @param socket listens already, on plain TCP or with TLS; closed with the centre */
    public SmppCentre(Function<Submitted, Reaction> script, long lateMillis, ServerSocket socket) throws IOException {
        this.script = script;
        this.lateMillis = lateMillis;
        this.port = socket.getLocalPort();
        listener = new SMPPServerSessionListener(port, new Listening(socket));
        listener.setPduProcessorDegree(64);
        listener.setQueueCapacity(20_000);
        sessions.execute(this::accept);
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "smpp-centre");
        thread.setDaemon(true);
        return thread;
    }

    public int port() {
        return port;
    }

    /** How many submits it took for this number; parts of a long message count by themselves. */
    public int taken(String number) {
        return taken.getOrDefault(number, new AtomicInteger()).get();
    }

    /** How often each number's message was taken. */
    public Map<String, AtomicInteger> taken() {
        return taken;
    }

    public int takenInAll() {
        return count.get();
    }

    public int receiptsAcknowledged() {
        return receiptsAcknowledged.get();
    }

    /** Cuts every connection, as a restart of the centre does. */
    public void dropConnections() {
        bound.forEach(SMPPServerSession::close);
        bound.clear();
    }

    private void accept() {
        while (!closed) {
            try {
                var session = listener.accept();
                session.setMessageReceiverListener(new Submits());
                sessions.execute(() -> bind(session));
            } catch (IOException | RejectedExecutionException e) {
                // No client within the time, or closed.
            }
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            session.waitForBind(5_000).accept("centre");
            bound.add(session);
        } catch (TimeoutException | IOException | org.jsmpp.PDUStringException e) {
            session.close();
        }
    }

    /** A message from a telephone. */
    public void reply(String from, String text) throws Exception {
        deliver(from, text, (byte) 0);
    }

    private void deliver(String from, String text, byte esmClass, OptionalParameter... parameters) throws Exception {
        for (var attempt = 0; ; attempt++) {
            try {
                bound.get(bound.size() - 1)
                        .deliverShortMessage(
                                "",
                                TypeOfNumber.INTERNATIONAL,
                                NumberingPlanIndicator.ISDN,
                                from.replace("+", ""),
                                TypeOfNumber.NETWORK_SPECIFIC,
                                NumberingPlanIndicator.UNKNOWN,
                                "36000",
                                new ESMClass(esmClass),
                                (byte) 0,
                                (byte) 0,
                                new RegisteredDelivery(0),
                                new RawDataCoding((byte) 0),
                                Gsm7.encode(text),
                                parameters);
                return;
            } catch (IOException
                    | IndexOutOfBoundsException
                    | org.jsmpp.extra.NegativeResponseException
                    | org.jsmpp.extra.ResponseTimeoutException e) {
                // As centres do: again, until it is acknowledged.
                if (attempt == 600 || closed) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(250);
            }
        }
    }

    private void receiptLater(Submitted to, String id, String... states) {
        receipts.execute(() -> {
            for (var state : states) {
                receipt(to, id, state);
            }
        });
    }

    private void receipt(Submitted to, String id, String state) {
        try {
            var text = "id:%s sub:001 dlvrd:001 submit date:2611220900 done date:2611220900 stat:%s err:%s text:"
                    .formatted(id, state, state.equals("UNDELIV") ? "001" : "000");
            deliver(to.number(), text, MessageType.SMSC_DEL_RECEIPT.value());
            receiptsAcknowledged.incrementAndGet();
        } catch (Exception e) {
            // The test sees that it is missing.
        }
    }

    private final class Submits extends NoOtherRequests {

        @Override
        public SubmitSmResult onAcceptSubmitSm(SubmitSm submit, SMPPServerSession source)
                throws ProcessRequestException {
            var submitted = read(submit);
            var reaction = script.apply(submitted);
            switch (reaction) {
                case THROTTLE -> throw refuse(SMPPConstant.STAT_ESME_RTHROTTLED);
                case QUEUE_FULL -> throw refuse(SMPPConstant.STAT_ESME_RMSGQFUL);
                case NO_SUCH_NUMBER -> throw refuse(SMPPConstant.STAT_ESME_RINVDSTADR);
                default -> {}
            }
            count.incrementAndGet();
            taken.computeIfAbsent(submitted.number(), number -> new AtomicInteger())
                    .incrementAndGet();
            var id = Long.toHexString(ids.incrementAndGet());
            react(reaction, submitted, id, source);
            return result(id);
        }

        private void react(Reaction reaction, Submitted to, String id, SMPPServerSession source) {
            switch (reaction) {
                case TAKE -> receiptLater(to, id, "DELIVRD");
                case TAKE_AND_SEND_RECEIPT_TWICE -> receiptLater(to, id, "DELIVRD", "DELIVRD");
                case TAKE_AND_SEND_RECEIPTS_OUT_OF_ORDER -> receiptLater(to, id, "DELIVRD", "ENROUTE", "ACCEPTD");
                case UNKNOWN_SUBSCRIBER -> receiptLater(to, id, "UNDELIV");
                case RECEIPT_BEFORE_ANSWER -> receipt(to, id, "DELIVRD");
                case ANSWER_LATE -> {
                    receiptLater(to, id, "DELIVRD");
                    sleep(lateMillis);
                }
                case TAKE_AND_DROP -> {
                    bound.remove(source);
                    source.close();
                    receiptLater(to, id, "DELIVRD");
                }
                default -> {}
            }
        }
    }

    private Submitted read(SubmitSm submit) {
        var number = "+" + submit.getDestAddress();
        var octets = submit.getShortMessage();
        var part = 1;
        var reference = 0;
        if (submit.isUdhi()) {
            reference = octets[3] & 0xFF;
            part = octets[5];
            octets = Arrays.copyOfRange(octets, 6, octets.length);
        }
        var text = submit.getDataCoding() == 8 ? new String(octets, StandardCharsets.UTF_16BE) : Gsm7.decode(octets);
        var times = seen.computeIfAbsent(number + "/" + part, any -> new AtomicInteger())
                .incrementAndGet();
        return new Submitted(number, text, reference, part, times);
    }

    private static SubmitSmResult result(String id) throws ProcessRequestException {
        try {
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (org.jsmpp.PDUStringException e) {
            throw new ProcessRequestException("id", SMPPConstant.STAT_ESME_RSYSERR);
        }
    }

    private static ProcessRequestException refuse(int status) {
        return new ProcessRequestException("refused", status);
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        dropConnections();
        listener.close();
        receipts.shutdownNow();
        sessions.shutdownNow();
    }

    /** jsmpp's own lets small PDUs wait for the acknowledgement of those before (Nagle). */
    private record Listening(ServerSocket socket) implements ServerConnectionFactory {

        @Override
        public ServerConnection listen(int port) {
            return new ServerSocketConnection(socket) {
                @Override
                public Connection accept() throws IOException {
                    var accepted = socket.accept();
                    accepted.setTcpNoDelay(true);
                    return new SocketConnection(accepted);
                }
            };
        }

        @Override
        public ServerConnection listen(int port, int timeout) {
            return listen(port);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) {
            return listen(port);
        }
    }

    /** What a sender never asks for. */
    private abstract static class NoOtherRequests implements org.jsmpp.session.ServerMessageReceiverListener {

        @Override
        public org.jsmpp.session.@Nullable SubmitMultiResult onAcceptSubmitMulti(
                org.jsmpp.bean.SubmitMulti request, SMPPServerSession source) throws ProcessRequestException {
            throw refuse(SMPPConstant.STAT_ESME_RINVCMDID);
        }

        @Override
        public org.jsmpp.session.@Nullable QuerySmResult onAcceptQuerySm(
                org.jsmpp.bean.QuerySm request, SMPPServerSession source) throws ProcessRequestException {
            throw refuse(SMPPConstant.STAT_ESME_RINVCMDID);
        }

        @Override
        public void onAcceptReplaceSm(org.jsmpp.bean.ReplaceSm request, SMPPServerSession source) {}

        @Override
        public void onAcceptCancelSm(org.jsmpp.bean.CancelSm request, SMPPServerSession source) {}

        @Override
        public org.jsmpp.session.@Nullable BroadcastSmResult onAcceptBroadcastSm(
                org.jsmpp.bean.BroadcastSm request, SMPPServerSession source) throws ProcessRequestException {
            throw refuse(SMPPConstant.STAT_ESME_RINVCMDID);
        }

        @Override
        public void onAcceptCancelBroadcastSm(org.jsmpp.bean.CancelBroadcastSm request, SMPPServerSession source) {}

        @Override
        public org.jsmpp.session.@Nullable QueryBroadcastSmResult onAcceptQueryBroadcastSm(
                org.jsmpp.bean.QueryBroadcastSm request, SMPPServerSession source) throws ProcessRequestException {
            throw refuse(SMPPConstant.STAT_ESME_RINVCMDID);
        }

        @Override
        public org.jsmpp.session.@Nullable DataSmResult onAcceptDataSm(
                org.jsmpp.bean.DataSm request, org.jsmpp.session.Session source) throws ProcessRequestException {
            throw refuse(SMPPConstant.STAT_ESME_RINVCMDID);
        }
    }
}

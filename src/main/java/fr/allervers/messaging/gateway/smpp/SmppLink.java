package fr.allervers.messaging.gateway.smpp;

import fr.allervers.messaging.gateway.SmsSettings;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jsmpp.SynchronizedPDUReader;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one session bound as transceiver: binds, asks every so often whether the centre is still there (enquire_link),
 * binds again after a loss, each time waiting longer up to a minute.
 */
class SmppLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;
    /** A loss between the look and the wait is seen after that. */
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private static final long BIND_WITHIN_MILLIS = 15_000;
    /** Threads that take in what comes. None of them waits for a receipt to be kept; replies are kept here. */
    private static final int RECEIVERS = 32;
    /** jsmpp drops answers to our own submits when this queue is full: it never should be. */
    private static final int QUEUE = 20_000;

    private final SmsSettings.Smpp settings;
    private final ConnectionFactory connections;
    private final MessageReceiverListener listener;
    private final Thread keeper;
    private final Object change = new Object();
    private final ExecutorService acknowledging = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "smpp-acknowledgements");
        thread.setDaemon(true);
        return thread;
    });

    private volatile @Nullable SMPPSession session;
    private volatile @Nullable String problem;
    private volatile boolean closed;

    SmppLink(SmsSettings.Smpp settings, ConnectionFactory connections, MessageReceiverListener listener) {
        this.settings = settings;
        this.connections = connections;
        this.listener = listener;
        this.keeper = new Thread(this::keep, "smpp-link");
        keeper.setDaemon(true);
    }

    void start() {
        keeper.start();
    }

    /** The session when it is bound; else none. */
    @Nullable
    SMPPSession session() {
        var current = session;
        return current != null && current.getSessionState().isTransmittable() ? current : null;
    }

    @Nullable
    String problem() {
        return session() == null ? problem : null;
    }

    private void keep() {
        var pause = FIRST_PAUSE_MILLIS;
        while (!closed) {
            if (session() == null) {
                pause = bind() ? FIRST_PAUSE_MILLIS : Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
            await(session() == null ? pause : LOOK_EVERY_MILLIS);
        }
    }

    private boolean bind() {
        drop();
        var fresh = new SMPPSession(new Acknowledgements(acknowledging), new SynchronizedPDUReader(), connections);
        fresh.setMessageReceiverListener(listener);
        fresh.setEnquireLinkTimer((int) settings.enquireEvery().toMillis());
        fresh.setTransactionTimer(settings.answerWithin().toMillis());
        fresh.setPduProcessorDegree(RECEIVERS);
        fresh.setQueueCapacity(QUEUE);
        try {
            fresh.connectAndBind(settings.host(), settings.port(), bindParameter(), BIND_WITHIN_MILLIS);
            fresh.addSessionStateListener((now, before, source) -> {
                if (now == SessionState.CLOSED || now == SessionState.UNBOUND) {
                    wake();
                }
            });
            session = fresh;
            LOG.info("Bound to the SMS centre {}:{}", settings.host(), settings.port());
            return true;
        } catch (IOException e) {
            problem = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            LOG.warn("No bind to the SMS centre {}:{}: {}", settings.host(), settings.port(), e.getMessage());
            fresh.unbindAndClose();
            return false;
        }
    }

    private BindParameter bindParameter() {
        return new BindParameter(
                BindType.BIND_TRX,
                settings.systemId(),
                settings.password(),
                settings.systemType(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
    }

    private void drop() {
        var old = session;
        session = null;
        if (old != null) {
            old.unbindAndClose();
        }
    }

    private void await(long millis) {
        synchronized (change) {
            try {
                if (!closed) {
                    change.wait(millis);
                }
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    private void wake() {
        synchronized (change) {
            change.notifyAll();
        }
    }

    @Override
    public void close() {
        closed = true;
        wake();
        drop();
        acknowledging.shutdown();
    }
}

package fr.allervers.messaging.gateway.smpp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jsmpp.SMPPConstant;
import org.jsmpp.SynchronizedPDUSender;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what the centre delivers once it is kept, without a thread that waits for that: the listener says what has to
 * happen first, and the answer, which jsmpp sends in the same thread as soon as the listener comes back, is put off until then.
 */
final class Acknowledgements extends SynchronizedPDUSender {

    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);
    private static final ThreadLocal<@Nullable CompletableFuture<Void>> FIRST = new ThreadLocal<>();

    private final Executor thread;

    /** @param thread where answers are sent that were put off: a centre that does not read holds nobody else up */
    Acknowledgements(Executor thread) {
        this.thread = thread;
    }

    /** The next answer of this thread waits until that is done. */
    static void after(CompletableFuture<Void> kept) {
        FIRST.set(kept);
    }

    @Override
    public byte[] sendDeliverSmResp(OutputStream out, int status, int sequence, @Nullable String id)
            throws IOException {
        var first = FIRST.get();
        if (first == null) {
            return super.sendDeliverSmResp(out, status, sequence, id);
        }
        FIRST.remove();
        first.whenCompleteAsync(
                (kept, failed) -> late(out, failed == null ? status : SMPPConstant.STAT_ESME_RX_T_APPN, sequence, id),
                thread);
        return new byte[0];
    }

    private void late(OutputStream out, int status, int sequence, @Nullable String id) {
        try {
            super.sendDeliverSmResp(out, status, sequence, id);
        } catch (IOException e) {
            // It comes again.
            LOG.info("A receipt could not be acknowledged: {}", e.getMessage());
        }
    }
}

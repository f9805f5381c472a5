package fr.allervers.messaging.sending;

import fr.allervers.messaging.gateway.FromNetwork;
import fr.allervers.messaging.gateway.Incoming;
import fr.allervers.messaging.gateway.Receipt;
import fr.allervers.messaging.replies.LongReplies;
import fr.allervers.shared.Retry;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Keeps what gateways bring in, and lets them wait until it is kept. */
@Component
class NetworkIntake implements FromNetwork {

    private static final long KEPT_WITHIN_SECONDS = 20;

    private final Bookkeeping books;
    private final LongReplies replies;

    NetworkIntake(Bookkeeping books, LongReplies replies) {
        this.books = books;
        this.replies = replies;
    }

    @Override
    public void receipt(Receipt receipt) {
        try {
            books.receipt(receipt).get(KEPT_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before the receipt was kept", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The receipt could not be kept", e);
        }
    }

    @Override
    public void reply(Incoming message) {
        Retry.onConflict(() -> replies.take(message));
    }
}

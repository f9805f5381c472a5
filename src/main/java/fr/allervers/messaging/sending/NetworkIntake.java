package fr.allervers.messaging.sending;

import fr.allervers.messaging.gateway.FromNetwork;
import fr.allervers.messaging.gateway.Incoming;
import fr.allervers.messaging.gateway.Receipt;
import fr.allervers.messaging.replies.LongReplies;
import fr.allervers.shared.Retry;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Keeps what gateways bring in. */
@Component
class NetworkIntake implements FromNetwork {

    private final Bookkeeping books;
    private final LongReplies replies;

    NetworkIntake(Bookkeeping books, LongReplies replies) {
        this.books = books;
        this.replies = replies;
    }

    @Override
    public CompletableFuture<Void> receipt(Receipt receipt) {
        return books.receipt(receipt);
    }

    @Override
    public void reply(Incoming message) {
        Retry.onConflict(() -> replies.take(message));
    }
}

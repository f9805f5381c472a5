package fr.allervers.messaging.gateway;

import java.util.concurrent.CompletableFuture;

/**
 * Where gateways put what comes from the network. The gateway answers the centre only when it is kept: what is not
 * acknowledged comes again. What comes twice changes nothing.
 */
public interface FromNetwork {

    /** Completes when it is kept, exceptionally when it could not be. */
    CompletableFuture<Void> receipt(Receipt receipt);

    /** Returns once it is kept. */
    void reply(Incoming message);
}

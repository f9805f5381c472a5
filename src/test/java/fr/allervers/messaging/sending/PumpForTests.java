package fr.allervers.messaging.sending;

import fr.allervers.messaging.gateway.Carrier;

/** Runs the outbox through a carrier of a test's own, as a worker does. */
public class PumpForTests {

    private final Dispatch dispatch;
    private final Bookkeeping books;

    PumpForTests(Dispatch dispatch, Bookkeeping books) {
        this.dispatch = dispatch;
        this.books = books;
    }

    /** One run over what is due, until the answers are written; says how many messages it handed over. */
    public int run(Carrier carrier) {
        try {
            return new Pump(carrier, dispatch, books, new Pace(carrier.perSecond()), () -> false).run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

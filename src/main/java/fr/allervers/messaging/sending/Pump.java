package fr.allervers.messaging.sending;

import fr.allervers.messaging.gateway.Answer;
import fr.allervers.messaging.gateway.Answer.Verdict;
import fr.allervers.messaging.gateway.Carrier;
import fr.allervers.messaging.sending.Dispatch.Claims;
import fr.allervers.messaging.sending.Dispatch.Place;
import fr.allervers.messaging.sending.Results.Result;
import fr.allervers.shared.Retry;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run over what is due on one channel: the next messages are claimed while the last ones leave, a window of threads
 * hands them over, the books are kept by another. What is in memory does not grow with the outbox: no more is claimed
 * than leaves within a moment, so that a crash leaves few messages unknown.
 */
final class Pump {

    private static final Logger LOG = LoggerFactory.getLogger(Pump.class);
    private static final int MOST_CLAIMED = 500;
    /** Answers not yet written; beyond that, nothing more is handed over. */
    private static final int MOST_UNWRITTEN = 2_000;

    private final Carrier carrier;
    private final Dispatch dispatch;
    private final Bookkeeping books;
    private final Pace pace;
    private final BooleanSupplier stopping;
    private final Semaphore window;
    private final Semaphore unwritten = new Semaphore(MOST_UNWRITTEN);
    private int handedOver;
    /** How far the outbox was read; one thread claims at a time. */
    private Place place = Place.START;

    Pump(Carrier carrier, Dispatch dispatch, Bookkeeping books, Pace pace, BooleanSupplier stopping) {
        this.carrier = carrier;
        this.dispatch = dispatch;
        this.books = books;
        this.pace = pace;
        this.stopping = stopping;
        this.window = new Semaphore(carrier.window());
    }

    /** Hands over all that is due and waits for the answers; says how many. */
    int run() throws InterruptedException {
        if (!goesOn()) {
            return 0;
        }
        var first = claim();
        if (first.nothingDue()) {
            return 0;
        }
        // One thread more than the window: it claims.
        var threads = Executors.newFixedThreadPool(carrier.window() + 1);
        try {
            drain(first, threads);
        } finally {
            unwritten.acquire(MOST_UNWRITTEN);
            threads.shutdown();
        }
        return handedOver;
    }

    private void drain(Claims first, ExecutorService threads) throws InterruptedException {
        var claims = first;
        while (!claims.nothingDue()) {
            var next = threads.submit(() -> claim());
            handOver(claims.messages(), threads);
            claims = result(next);
            if (!goesOn()) {
                dispatch.giveBack(claims.messages());
                return;
            }
        }
    }

    private static Claims result(java.util.concurrent.Future<Claims> next) throws InterruptedException {
        try {
            return next.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The outbox could not be read", e.getCause());
        }
    }

    private Claims claim() {
        var claims = claim(place);
        if (claims.nothingDue() && !place.equals(Place.START)) {
            // What came back, or was due before the others, stands further ahead.
            claims = claim(Place.START);
        }
        place = claims.last();
        return claims;
    }

    private Claims claim(Place after) {
        return Retry.onConflict(() -> dispatch.claim(carrier.channel(), batch(), after));
    }

    /** What leaves in half a second at the rate wanted; without one, some windows. */
    private int batch() {
        var usual = carrier.perSecond() > 0 ? (int) Math.ceil(carrier.perSecond() / 2) : carrier.window() * 4;
        return Math.min(MOST_CLAIMED, Math.max(1, usual));
    }

    /** In a pause nothing stays claimed: what waits in our hands too long would be taken for lost. */
    private boolean goesOn() {
        return !stopping.getAsBoolean() && carrier.ready() && !pace.isPaused();
    }

    private void handOver(List<Claimed> messages, ExecutorService threads) throws InterruptedException {
        for (var at = 0; at < messages.size(); at++) {
            if (!goesOn()) {
                dispatch.giveBack(messages.subList(at, messages.size()));
                return;
            }
            var message = messages.get(at);
            pace.take(message.partsLeft());
            window.acquire();
            unwritten.acquire();
            handedOver++;
            threads.execute(() -> send(message));
        }
    }

    private void send(Claimed message) {
        Answer answer;
        try {
            answer = carrier.send(message.parcel());
        } catch (RuntimeException e) {
            // The text and the number stay out of the log.
            LOG.warn("No answer for message {}: {}", message.id(), e.getClass().getSimpleName());
            answer = Answer.of(Verdict.UNKNOWN, e.getClass().getSimpleName());
        } finally {
            window.release();
        }
        if (answer.verdict() == Verdict.TOO_FAST) {
            pace.slowDown();
        } else if (answer.verdict() == Verdict.ACCEPTED) {
            pace.goOn();
        }
        // An answer that cannot be written leaves the message SENDING, and UNKNOWN in the end.
        books.answer(new Result(message, answer)).whenComplete((done, failed) -> unwritten.release());
    }
}

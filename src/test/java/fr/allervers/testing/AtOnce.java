package fr.allervers.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Acts that people do in the same moment: each on a thread of its own, all let go together. */
public final class AtOnce {

    private AtOnce() {}

    /** What each gave, in the acts' order; the first that failed fails the test with its own exception. */
    public static <T> List<T> all(List<? extends Callable<T>> acts) throws Exception {
        var threads = Executors.newFixedThreadPool(acts.size());
        try {
            var start = new CyclicBarrier(acts.size());
            var running = acts.stream()
                    .map(act -> threads.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same act so many times. */
    public static <T> List<T> times(int times, Callable<T> act) throws Exception {
        return all(Collections.nCopies(times, act));
    }
}

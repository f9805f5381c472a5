package fr.allervers.shared;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Works off rows that are still to do, chunk by chunk, by several threads at once. Nothing but the rows themselves says what is left:
 * a crash or a failure leaves them to the next run.
 */
public final class ChunkWork {

    private final int threads;

    public ChunkWork(int threads) {
        this.threads = threads;
    }

    /**
     * Calls for chunks until each thread finds nothing left.
     *
     * @param next does the next chunk in a transaction of its own, locking its rows with {@code skip locked}, and says how many rows it
     *     did; 0 when none is left. A conflict is tried again.
     * @param failed is told of a failure, which ends the work of one thread only
     * @return how many rows were done
     */
    public int run(IntSupplier next, Consumer<RuntimeException> failed) {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var workers = IntStream.range(0, threads)
                    .mapToObj(number -> pool.submit(() -> work(next, failed)))
                    .collect(Collectors.toList());
            return workers.stream().mapToInt(ChunkWork::result).sum();
        } finally {
            pool.shutdown();
        }
    }

    private static int work(IntSupplier next, Consumer<RuntimeException> failed) {
        var done = 0;
        try {
            for (int chunk = Retry.onConflict(next::getAsInt); chunk > 0; chunk = Retry.onConflict(next::getAsInt)) {
                done += chunk;
            }
        } catch (RuntimeException e) {
            failed.accept(e);
        }
        return done;
    }

    private static int result(Future<Integer> worker) {
        try {
            return worker.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}

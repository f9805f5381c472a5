package fr.allervers.messaging.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what many threads bring in few transactions: one thread takes all that has come while it wrote, and writes it
 * at once. Alone, an entry is written at once; under load, hundreds share one commit.
 */
final class Journal<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private record Entry<T>(T value, CompletableFuture<Void> written) {}

    private final BlockingQueue<Entry<T>> queue = new LinkedBlockingQueue<>();
    private final int atOnce;
    private final Consumer<List<T>> writer;
    private final Thread thread;

    /** @param atOnce how many entries are written together at most */
    Journal(String name, int atOnce, Consumer<List<T>> writer) {
        this.atOnce = atOnce;
        this.writer = writer;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Completes when the value is committed, exceptionally when it could not be. */
    CompletableFuture<Void> add(T value) {
        var entry = new Entry<>(value, new CompletableFuture<>());
        queue.add(entry);
        return entry.written();
    }

    private void run() {
        var entries = new ArrayList<Entry<T>>(atOnce);
        try {
            while (true) {
                entries.add(queue.take());
                queue.drainTo(entries, atOnce - 1);
                write(entries);
                entries.clear();
            }
        } catch (InterruptedException closed) {
            queue.drainTo(entries);
            entries.forEach(entry -> entry.written().completeExceptionally(closed));
        }
    }

    private void write(List<Entry<T>> entries) {
        try {
            writer.accept(entries.stream().map(Entry::value).toList());
            entries.forEach(entry -> entry.written().complete(null));
        } catch (RuntimeException e) {
            LOG.warn("{} entries could not be written", entries.size(), e);
            entries.forEach(entry -> entry.written().completeExceptionally(e));
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

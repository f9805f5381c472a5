package fr.allervers.ledger;

import fr.allervers.ledger.ChunkSorter.Read;
import fr.allervers.ledger.files.LedgerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Reads a file chunk by chunk, the next one while the one before is looked up or written: the processor does not wait for the database. */
final class ReadAhead implements AutoCloseable {

    static final int CHUNK = 1000;

    private final LedgerFile file;
    private final MovementKeys keys = new MovementKeys();
    private final LeaseCodes codes = new LeaseCodes();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "ledger-file");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable Future<Read> ahead;

    /** @param done items at the file's beginning that are passed over; they are read for their counts: the same payment twice stays the first and the second */
    ReadAhead(LedgerFile file, int done) {
        this.file = file;
        this.ahead = reader.submit(() -> {
            for (var left = done; left > 0; ) {
                var passed = read(Math.min(CHUNK, left)).size();
                left = passed == 0 ? 0 : left - passed;
            }
            return read(CHUNK);
        });
    }

    /**
     * The next chunk; an empty one at the end.
     *
     * @throws fr.allervers.shared.imports.FileRefused when the file is broken there
     */
    Read next() throws IOException {
        if (ahead == null) {
            throw new IllegalStateException("The file was read to its end");
        }
        try {
            var read = ahead.get();
            ahead = read.size() == 0 ? null : reader.submit(() -> read(CHUNK));
            return read;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw new IOException(e.getCause());
        }
    }

    private Read read(int size) {
        try {
            var items = new ArrayList<LedgerFile.Item>(size);
            for (var item = file.next(); item != null; item = items.size() < size ? file.next() : null) {
                items.add(item);
            }
            return Read.of(items, keys, codes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.shutdownNow();
        file.close();
    }
}

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

/**
 * Reads a file chunk by chunk, the next one while the one before is written, and asks whether anything of it is known: the
 * processor does not wait for the database, nor the database for the processor.
 */
final class ReadAhead implements AutoCloseable {

    static final int CHUNK = 2000;

    private final LedgerFile file;
    private final KnownMovements known;
    private final MovementKeys keys = new MovementKeys();
    private final LeaseCodes codes = new LeaseCodes();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "ledger-file");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable Future<Read> ahead;

    /** @param done items at the file's beginning that are passed over; they are read for their counts: the same payment twice stays the first and the second */
    ReadAhead(LedgerFile file, int done, KnownMovements known) {
        this.file = file;
        this.known = known;
        this.ahead = reader.submit(() -> {
            for (var left = done; left > 0; ) {
                var passed = read(Math.min(CHUNK, left)).size();
                left = passed == 0 ? 0 : left - passed;
            }
            return lookedUp();
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
            ahead = read.size() == 0 ? null : reader.submit(this::lookedUp);
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

    private Read lookedUp() {
        var read = read(CHUNK);
        return known.knowsNothingOf(read.movements()) ? read.nothingKnown() : read;
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

package fr.allervers.inventory.photo;

import fr.allervers.documents.DocumentStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A photo that has come whole: compared with its hash, examined, copied, kept as it came. May be called again at any time. */
@Component
class PhotoIntake {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoIntake.class);
    private static final String BY = "locataire";

    private final PhotoRows rows;
    private final PhotoCheck check;
    private final PhotoCopies copies;
    private final Scans scans;
    private final DocumentStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PhotoIntake(
            PhotoRows rows,
            PhotoCheck check,
            PhotoCopies copies,
            Scans scans,
            DocumentStore store,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.check = check;
        this.copies = copies;
        this.scans = scans;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    PhotoStatus finish(String key) {
        var row = current(key);
        if (row.state() != PhotoStatus.State.RECEIVING) {
            return row.status();
        }
        try {
            var aside = Files.createTempFile("photo-", ".part");
            try {
                finish(row, aside);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The photo was not kept", e);
        }
        return current(key).status();
    }

    private void finish(PhotoRows.Row row, Path aside) throws IOException {
        if (!row.sha256().equals(assemble(row, aside))) {
            LOG.info("Photo {} is not what was announced", row.id());
            whileReceiving(row, () -> rows.startAgain(row.id()));
            return;
        }
        try {
            var facts = check.examine(aside);
            var scan = scans.of(aside);
            if (scan == Scan.INFECTED) {
                throw new RefusedPhoto(PhotoRefusal.INFECTED);
            }
            var made = copies.make(aside, facts);
            whileReceiving(row, () -> keep(row, aside, facts, scan, made));
        } catch (RefusedPhoto e) {
            LOG.info("Photo {} of inventory {} refused: {}", row.id(), row.inventoryId(), e.refusal());
            whileReceiving(row, () -> rows.refuse(row.id(), e.refusal()));
        }
    }

    /** Part by part, so that no photo is ever whole in the heap. */
    private String assemble(PhotoRows.Row row, Path aside) throws IOException {
        var digest = sha256();
        try (var out = Files.newOutputStream(aside)) {
            for (var start : transaction.execute(status -> rows.parts(row.id()))) {
                var part = transaction.execute(status -> rows.part(row.id(), start));
                digest.update(part);
                out.write(part);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void keep(PhotoRows.Row row, Path aside, PhotoFacts facts, Scan scan, PhotoCopies.Copies made) {
        try (var original = Files.newInputStream(aside)) {
            var name = "photo-" + row.id();
            var kept = store.store(name, facts.contentType(), original, BY);
            var screen = store.store(name + "-ecran.jpg", "image/jpeg", new ByteArrayInputStream(made.screen()), BY);
            var small = store.store(name + "-vignette.jpg", "image/jpeg", new ByteArrayInputStream(made.small()), BY);
            var now = clock.instant();
            rows.keep(row.id(), facts, scan.name(), kept.id(), screen.id(), small.id(), now);
            rows.touch(row.itemId(), now);
        } catch (IOException e) {
            throw new UncheckedIOException("The photo was not kept", e);
        }
    }

    private void whileReceiving(PhotoRows.Row row, Runnable act) {
        transaction.executeWithoutResult(status -> rows.lock(row.photoKey())
                .filter(now -> now.state() == PhotoStatus.State.RECEIVING)
                .ifPresent(now -> act.run()));
    }

    private PhotoRows.Row current(String key) {
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> rows.find(key).orElseThrow()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

package fr.allervers.inventory.photo;

import fr.allervers.documents.DocumentStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is left behind by photos: parts that nobody goes on with, photos that are whole and that nobody finished, originals
 * that the scanner did not answer for. In small transactions, on any number of nodes at once.
 */
@Component
public class PhotoSweep {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoSweep.class);

    /** Parts are large: few photos at a time keep the transaction, and what replicates it, small. */
    private static final int AT_ONCE = 10;

    private static final Duration UNFINISHED = Duration.ofMinutes(10);
    private static final Duration ASKED_AGAIN = Duration.ofHours(1);

    private final PhotoRows rows;
    private final PhotoIntake intake;
    private final Scans scans;
    private final DocumentStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration abandonedAfter;

    PhotoSweep(
            PhotoRows rows,
            PhotoIntake intake,
            Scans scans,
            DocumentStore store,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${allervers.inventories.photos.abandoned-after:P14D}") Duration abandonedAfter) {
        this.rows = rows;
        this.intake = intake;
        this.scans = scans;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
        this.abandonedAfter = abandonedAfter;
    }

    /**
     * Gives back the parts of photos of which no byte came for long. The telephone loses nothing: it holds the photo and sends
     * it again from its first byte when it comes back.
     *
     * @return how many photos gave theirs back
     */
    public int dropAbandoned() {
        var dropped = 0;
        for (var some = dropSome(); some > 0; some = dropSome()) {
            dropped += some;
        }
        return dropped;
    }

    private int dropSome() {
        return Objects.requireNonNull(transaction.execute(status -> {
            var some = rows.lockAbandoned(clock.instant().minus(abandonedAfter), AT_ONCE);
            some.forEach(row -> rows.startAgain(row.id()));
            return some.size();
        }));
    }

    /** Takes in the photos that came whole just before a server died; says how many were looked at. */
    public int finishWhole() {
        var keys = Objects.requireNonNull(
                transaction.execute(status -> rows.whole(clock.instant().minus(UNFINISHED), AT_ONCE)));
        keys.forEach(intake::finish);
        return keys.size();
    }

    /** Asks the scanner again about photos that it did not answer for; says how many it answered for now. */
    public int scanAgain() {
        if (!scans.possible()) {
            return 0;
        }
        var some = Objects.requireNonNull(
                transaction.execute(status -> rows.unscanned(clock.instant().minus(ASKED_AGAIN), AT_ONCE)));
        var answered = 0;
        for (var one : some) {
            var said = scan(one);
            transaction.executeWithoutResult(status -> rows.scanned(one.id(), said.name(), clock.instant()));
            answered += said == Scan.UNSCANNED ? 0 : 1;
            if (said == Scan.INFECTED) {
                LOG.warn("Photo {} is infected: its original is handed to nobody any more", one.id());
            }
        }
        return answered;
    }

    private Scan scan(PhotoRows.Unscanned one) {
        try (var content = store.open(one.originalId())) {
            var aside = Files.createTempFile("photo-", ".scan");
            try {
                Files.copy(content, aside, StandardCopyOption.REPLACE_EXISTING);
                return scans.of(aside);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            LOG.warn("The original of photo {} could not be read", one.id(), e);
            return Scan.UNSCANNED;
        }
    }

    @Component
    @ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
    static class Schedule {

        private final PhotoSweep sweep;

        Schedule(PhotoSweep sweep) {
            this.sweep = sweep;
        }

        @Scheduled(
                initialDelayString = "${allervers.inventories.photos.first:PT3M}",
                fixedDelayString = "${allervers.inventories.photos.every:PT10M}")
        void sweep() {
            sweep.finishWhole();
            sweep.scanAgain();
            sweep.dropAbandoned();
        }
    }
}

package fr.allervers.privacy;

import fr.allervers.documents.ErasedFiles;
import fr.allervers.shared.Retry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Every night: what has been kept long enough is deleted or made anonymous, kind by kind, as {@link Retention} says. Run it as often as
 * one likes, on any number of nodes: what is done is not done again.
 */
@Component
public class NightlyPurge {

    private final PurgeJournal journal;
    private final ErasedFiles files;
    private final Clock clock;

    NightlyPurge(PurgeJournal journal, ErasedFiles files, Clock clock) {
        this.journal = journal;
        this.files = files;
        this.clock = clock;
    }

    /** Does what is left of tonight. */
    public void run() {
        var night = LocalDate.now(clock);
        Retry.onConflict(() -> journal.begin(night));
        while (Retry.onConflict(() -> journal.next(night))) {
            // chunk after chunk
        }
        while (Retry.onConflict(files::sweep) > 0) {
            // contents of the files that went
        }
        Retry.onConflict(() -> journal.end(night));
    }

    /** Whether tonight is over. */
    public boolean isOver() {
        return journal.isOver(LocalDate.now(clock));
    }

    /** The latest nights, newest first. */
    public List<PurgeReport> reports() {
        return journal.latest();
    }
}

package fr.allervers.ledger;

import fr.allervers.ledger.files.Movement;
import fr.allervers.shared.imports.ImportQueue.Reject;
import java.util.List;
import java.util.Set;

/**
 * Some lines of a file, sorted into what is booked, what waits for a person, what is there already and what is not taken.
 *
 * @param size how many items of the file it accounts for
 * @param rejects lines that are not taken, and those that are known, each with its reason
 * @param known how many of the rejects are known rather than bad
 * @param detailed keys of batches in suspense whose payments this chunk tells
 * @param statements statements that it is the first to tell of
 */
record SortedChunk(
        int size,
        List<Booked> booked,
        List<Waiting> waiting,
        List<Reject> rejects,
        int known,
        Set<String> detailed,
        Set<Movement.Statement> statements) {

    /** A movement with its lease. */
    record Booked(Keyed keyed, long leaseId) {}

    /** A movement for a person. */
    record Waiting(Keyed keyed, Doubt doubt, List<Long> candidates) {}

    int bad() {
        return rejects.size() - known;
    }

    long cents() {
        return booked.stream()
                        .mapToLong(one -> one.keyed().movement().amountCents())
                        .sum()
                + waiting.stream()
                        .mapToLong(one -> one.keyed().movement().amountCents())
                        .sum();
    }
}

package fr.allervers.allocation.count;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A voter's ballot on one item. Without a mark it is blank: its voter takes part, and counts for no majority.
 *
 * @param voterId whose vote it is
 * @param castBy who cast it: the voter, or the holder of the voter's mandate
 */
public record Ballot(long voterId, long castBy, List<Mark> marks) {

    public Ballot {
        marks = List.copyOf(marks);
        var ranks = new HashMap<Integer, Long>();
        var candidates = new HashMap<Long, Mark>();
        for (var mark : marks) {
            if (candidates.put(mark.candidateId(), mark) != null) {
                throw new IllegalArgumentException("A candidate is marked twice");
            }
            if (mark.rank() != null && ranks.put(mark.rank(), mark.candidateId()) != null) {
                throw new IllegalArgumentException("A rank is given twice");
            }
        }
    }

    public static Ballot of(long voterId, Mark... marks) {
        return new Ballot(voterId, voterId, List.of(marks));
    }

    public boolean byMandate() {
        return voterId != castBy;
    }

    public Optional<Mark> on(long candidateId) {
        return marks.stream().filter(mark -> mark.candidateId() == candidateId).findFirst();
    }

    /** The rank given to this candidate; none when the ballot does not rank it. */
    public @Nullable Integer rankOf(long candidateId) {
        return on(candidateId).map(Mark::rank).orElse(null);
    }
}

package fr.allervers.allocation.count;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one ballot says of one candidate.
 *
 * @param rank from 1 on, with {@link Opinion#RANKED} only
 * @param condition the missing document without which the dwelling is not to be given; none: without condition
 * @param reasons codes from the list
 * @param words reasons in words; may be empty
 */
public record Mark(
        long candidateId,
        Opinion opinion,
        @Nullable Integer rank,
        @Nullable String condition,
        List<String> reasons,
        String words) {

    public Mark {
        reasons = List.copyOf(reasons);
        if ((opinion == Opinion.RANKED) != (rank != null) || (rank != null && rank < 1)) {
            throw new IllegalArgumentException("A rank from 1 on belongs to a ranked candidate and to no other");
        }
        if (condition != null && opinion.rejects()) {
            throw new IllegalArgumentException("A refusal has no condition");
        }
    }

    public static Mark ranked(long candidateId, int rank) {
        return new Mark(candidateId, Opinion.RANKED, rank, null, List.of(), "");
    }

    public static Mark ranked(long candidateId, int rank, String condition) {
        return new Mark(candidateId, Opinion.RANKED, rank, condition, List.of(), "");
    }

    public static Mark rejected(long candidateId, Opinion opinion, String... reasons) {
        return new Mark(candidateId, opinion, null, null, List.of(reasons), "");
    }
}

package fr.allervers.allocation.ballot.web;

import fr.allervers.allocation.count.Mark;
import fr.allervers.allocation.count.Opinion;
import java.util.List;
import java.util.Optional;

/** A ballot as its form shows it. */
record Marks(List<Mark> marks) {

    private Optional<Mark> of(long candidateId) {
        return marks.stream().filter(mark -> mark.candidateId() == candidateId).findFirst();
    }

    /** The rank, NON, IRR, or nothing. */
    public String choice(long candidateId) {
        return of(candidateId)
                .map(mark -> mark.opinion() == Opinion.RANKED
                        ? String.valueOf(mark.rank())
                        : mark.opinion() == Opinion.NON_ALLOCATION ? "NON" : "IRR")
                .orElse("");
    }

    public String condition(long candidateId) {
        return of(candidateId).map(Mark::condition).orElse("");
    }

    public boolean hasReason(long candidateId, String reason) {
        return of(candidateId).map(mark -> mark.reasons().contains(reason)).orElse(false);
    }

    public String words(long candidateId) {
        return of(candidateId).map(Mark::words).orElse("");
    }
}

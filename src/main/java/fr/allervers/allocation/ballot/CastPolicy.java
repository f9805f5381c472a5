package fr.allervers.allocation.ballot;

import fr.allervers.allocation.count.Mark;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a ballot is taken: one function over what is known once the item's row is locked. */
final class CastPolicy {

    private CastPolicy() {}

    /** Where the item's vote stands. */
    enum Phase {
        BEFORE,
        OPEN,
        AFTER
    }

    /**
     * The item as it is now.
     *
     * @param until the first moment at which no ballot is taken any more
     * @param documents per candidate of the dwelling the documents still missing
     */
    record Poll(
            Phase phase, @Nullable Instant until, boolean suspended, boolean live, Map<Long, List<String>> documents) {}

    /**
     * Who casts.
     *
     * @param convened to the session
     * @param listed among those frozen for the item
     * @param mandateHolder whether the vote is somebody else's, who gave this person a mandate
     * @param mandateGiven whether this person's own vote was given to another
     */
    record Caster(
            boolean convened,
            boolean listed,
            boolean deliberative,
            boolean recused,
            boolean present,
            boolean mandateHolder,
            boolean mandateGiven) {}

    static Optional<Refusal> refusal(
            Poll poll, Caster caster, boolean forAnother, Collection<Mark> marks, Instant now) {
        if (!caster.convened()) {
            return Optional.of(Refusal.NOT_CONVENED);
        }
        if (poll.phase() == Phase.BEFORE) {
            return Optional.of(Refusal.NOT_OPEN);
        }
        if (!caster.listed()) {
            return Optional.of(Refusal.NOT_ENTITLED);
        }
        if (!caster.deliberative()) {
            return Optional.of(Refusal.CONSULTATIVE);
        }
        if (caster.recused()) {
            return Optional.of(Refusal.RECUSED);
        }
        if (poll.phase() == Phase.AFTER || poll.until() == null || !now.isBefore(poll.until())) {
            return Optional.of(Refusal.CLOSED);
        }
        if (poll.suspended()) {
            return Optional.of(Refusal.SUSPENDED);
        }
        if (poll.live() && !caster.present()) {
            return Optional.of(Refusal.NOT_PRESENT);
        }
        if (forAnother ? !caster.mandateHolder() : caster.mandateGiven()) {
            return Optional.of(Refusal.MANDATE);
        }
        return marks(poll, marks);
    }

    private static Optional<Refusal> marks(Poll poll, Collection<Mark> marks) {
        var ranks = new HashSet<Integer>();
        var candidates = new HashSet<Long>();
        for (var mark : marks) {
            var documents = poll.documents().get(mark.candidateId());
            if (documents == null) {
                return Optional.of(Refusal.FOREIGN_CANDIDATE);
            }
            if (!candidates.add(mark.candidateId())
                    || (mark.rank() != null && !ranks.add(mark.rank()))
                    || (mark.condition() != null && !documents.contains(mark.condition()))
                    || (mark.opinion().rejects() && mark.reasons().isEmpty())) {
                return Optional.of(Refusal.MALFORMED);
            }
        }
        return Optional.empty();
    }
}

package fr.allervers.allocation.ballot;

import fr.allervers.allocation.count.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ballot as sent.
 *
 * @param key names the request, so that a repeated one is the same ballot; at most 40 letters, digits and dashes
 * @param forVoter the elector whose mandate is used; none for one's own vote
 * @param marks empty for a blank ballot
 */
public record CastBallot(String key, @Nullable Long forVoter, List<Mark> marks) {

    public CastBallot {
        marks = List.copyOf(marks);
    }
}

package fr.allervers.audit;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the chain found.
 *
 * @param entries how many entries were looked at
 * @param from place after which it began
 * @param end place and hash of the last one, "seq:hash"; to be compared with what was noted elsewhere
 * @param fault what is wrong first, in French; none when all agrees
 */
public record ChainReport(
        long entries, long from, String end, @Nullable String fault) implements Serializable {

    public boolean good() {
        return fault == null;
    }
}

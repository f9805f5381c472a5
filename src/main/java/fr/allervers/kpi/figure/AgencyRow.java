package fr.allervers.kpi.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agency beside the others.
 *
 * @param own whether the reader works for it: the cases behind its numbers open for them
 * @param readings one per figure; none where the group is so small that somebody could be recognised
 */
public record AgencyRow(long agencyId, String name, boolean own, List<@Nullable Reading> readings) {

    /** Smaller groups are not shown outside one's own agency. */
    static final int SMALLEST_GROUP = 5;

    static @Nullable Reading shown(Reading reading, boolean own) {
        var rest = reading.whole() - reading.part();
        return own || !(isSmall(reading.whole()) || isSmall(reading.part()) || isSmall(rest)) ? reading : null;
    }

    private static boolean isSmall(long group) {
        return group > 0 && group < SMALLEST_GROUP;
    }
}

package fr.allervers.allocation.count;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a count depends on besides the ballots.
 *
 * @param mayor the elector who sits for the mayor of the dwelling's commune: casts the deciding vote (article L441-2)
 * @param instead who decides ties when the mayor cast no ballot that counts, where the règlement names somebody
 */
public record Vote(
        List<Contender> contenders,
        List<Elector> electors,
        QuorumRule quorum,
        @Nullable Long mayor,
        @Nullable Long instead) {

    public Vote {
        contenders = List.copyOf(contenders);
        electors = List.copyOf(electors);
    }
}

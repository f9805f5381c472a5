package fr.allervers.allocation.count;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether enough of an item's electors take part. The recused are neither in the electorate nor among those who take part;
 * a ballot cast by mandate makes nobody present.
 *
 * @param electorate how many may vote: the entitled without the recused
 */
public record Quorum(int electorate, int required, int participants) {

    public boolean reached() {
        return participants >= required && participants > 0;
    }

    /** @param ballots those that count: see {@link Count#valid} */
    static Quorum of(Vote vote, Collection<Ballot> ballots) {
        Set<Long> cast = ballots.stream()
                .filter(ballot -> !ballot.byMandate())
                .map(Ballot::voterId)
                .collect(Collectors.toSet());
        var electors =
                vote.electors().stream().filter(elector -> !elector.recused()).toList();
        var participants = electors.stream()
                .filter(elector ->
                        cast.contains(elector.voterId()) || (!vote.quorum().written() && elector.present()))
                .count();
        return new Quorum(electors.size(), vote.quorum().required(electors.size()), (int) participants);
    }
}

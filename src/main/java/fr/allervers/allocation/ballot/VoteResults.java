package fr.allervers.allocation.ballot;

import fr.allervers.allocation.committee.CommitteeRules;
import fr.allervers.allocation.count.Count;
import fr.allervers.allocation.count.Elector;
import fr.allervers.allocation.count.Outcome;
import fr.allervers.allocation.count.Vote;
import fr.allervers.allocation.session.AllocationSession;
import fr.allervers.allocation.session.SessionItem;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the ballots give; computed from them each time, kept nowhere. */
@Component
public class VoteResults {

    private final ElectorRows electors;
    private final BallotRows ballots;

    VoteResults(ElectorRows electors, BallotRows ballots) {
        this.electors = electors;
        this.ballots = ballots;
    }

    /** The vote as frozen, with recusals and presence as they are now. */
    public Vote vote(SessionItem item, AllocationSession session, CommitteeRules rules) {
        return new Vote(
                Dossier.read(Objects.requireNonNull(item.dossier())).contenders(),
                electors(electors.of(item.id())),
                rules.quorum(!session.isLive()),
                item.mayorId(),
                item.insteadId());
    }

    static List<Elector> electors(List<ElectorRow> listed) {
        return listed.stream()
                .filter(ElectorRow::deliberative)
                .map(elector -> new Elector(elector.voterId(), elector.recused(), elector.present()))
                .toList();
    }

    /** Who asks has seen to it that the vote is closed. */
    public Outcome of(SessionItem item, AllocationSession session, CommitteeRules rules) {
        return Count.of(
                vote(item, session, rules),
                ballots.of(item.id()).stream().map(BallotRows.Kept::ballot).toList());
    }
}

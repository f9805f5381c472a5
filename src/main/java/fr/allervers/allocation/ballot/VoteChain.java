package fr.allervers.allocation.ballot;

import com.fasterxml.jackson.databind.JsonNode;
import fr.allervers.allocation.count.Ballot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The chain of an item's vote: each entry is canonical JSON that holds the hash of the one before, so that nothing can be
 * changed, left out or put in between without every later hash changing.
 */
public final class VoteChain {

    /** What the first entry says is before it. */
    public static final String START = "0".repeat(64);

    /** What an entry tells. */
    public enum Kind {
        /** The vote opened: electors, rules and candidates are frozen. */
        OPENED,
        CAST,
        /** A voter withdrew; a ballot cast by or for them no longer counts. */
        RECUSED,
        /** Without quorum at its end, the vote was prolonged. */
        EXTENDED,
        CLOSED,
        /** Sent to a physical session: the ballots give no decision. */
        REFERRED,
        POSTPONED
    }

    /** An entry as kept. */
    public record Entry(int seq, String content, String hash) {}

    /**
     * What the chain tells when it is whole.
     *
     * @param faults what is wrong, in words; empty when it is whole
     * @param ballots the last ballot of each voter, whether it counts or not
     * @param recused who withdrew after the opening
     */
    public record Reading(List<String> faults, List<Ballot> ballots, Set<Long> recused, boolean closed) {}

    private VoteChain() {}

    /** Reads the entries one after the other, and says all that does not hold. */
    public static Reading read(long itemId, List<Entry> entries) {
        var faults = new ArrayList<String>();
        Map<Long, Ballot> ballots = new LinkedHashMap<>();
        var recused = new HashSet<Long>();
        var before = START;
        var open = false;
        var closed = false;
        for (var at = 0; at < entries.size(); at++) {
            var entry = entries.get(at);
            var where = "item " + itemId + ", entry " + (at + 1) + ": ";
            if (!Canonical.sha256(entry.content()).equals(entry.hash())) {
                faults.add(where + "its hash is not that of its content");
            }
            var content = BallotText.tree(entry.content());
            if (!content.path("previous").asText().equals(before)) {
                faults.add(where + "does not follow the entry before");
            }
            if (entry.seq() != at + 1
                    || content.path("seq").asInt() != at + 1
                    || content.path("item").asLong() != itemId) {
                faults.add(where + "stands at a place that is not its own");
            }
            before = entry.hash();
            var kind = kind(content);
            if (at == 0 != (kind == Kind.OPENED)) {
                faults.add(where + "a vote opens once, first");
            }
            switch (kind) {
                case OPENED, EXTENDED -> {
                    open = true;
                    closed = false;
                }
                case CAST -> {
                    if (!open) {
                        faults.add(where + "a ballot outside the vote");
                    }
                    var ballot = BallotText.ballot(content);
                    ballots.put(ballot.voterId(), ballot);
                }
                case RECUSED -> recused.add(content.path("voter").asLong());
                case CLOSED, REFERRED, POSTPONED -> {
                    open = false;
                    closed = true;
                }
            }
        }
        return new Reading(faults, List.copyOf(ballots.values()), recused, closed);
    }

    private static Kind kind(JsonNode content) {
        return Kind.valueOf(content.path("kind").asText());
    }
}

package fr.allervers.allocation.ballot;

import fr.allervers.allocation.count.Ballot;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ballots that count. Who asks for them has seen to it that the vote is closed, or that they are the asker's own. */
@Component
public class BallotRows {

    private final JdbcClient jdbc;

    BallotRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A ballot as kept. */
    public record Kept(long voterId, long castBy, Instant castAt, int revision, String marks) {

        public Ballot ballot() {
            return new Ballot(voterId, castBy, BallotText.marks(BallotText.tree(marks)));
        }
    }

    /** All of the item, by voter. */
    public List<Kept> of(long itemId) {
        return jdbc.sql("select voter_id, cast_by, cast_at, revision, marks from ballot where item_id = ? order by"
                        + " voter_id")
                .param(itemId)
                .query(Kept.class)
                .list();
    }

    /** Puts the ballot in place of the voter's earlier one. */
    void put(long itemId, Ballot ballot, String marks, String requestKey, Instant at) {
        jdbc.sql("""
            insert into ballot (item_id, voter_id, cast_by, cast_at, revision, marks, request_key) values (?, ?, ?, ?, 1, ?, ?)
            on duplicate key update cast_by = values(cast_by), cast_at = values(cast_at), revision = revision + 1, marks = values(marks), request_key = values(request_key)
            """)
                .params(itemId, ballot.voterId(), ballot.castBy(), at, marks, requestKey)
                .update();
    }

    /** How many electors cast one themselves, and how many there are by mandate: no names, no choices. */
    public Turnout turnout(long itemId) {
        return jdbc.sql("""
            select count(*) as electors, coalesce(sum(b.id is not null and b.voter_id = b.cast_by), 0) as cast, coalesce(sum(b.id is not null and b.voter_id <> b.cast_by), 0) as mandates
              from item_elector e left join ballot b on b.item_id = e.item_id and b.voter_id = e.voter_id
                   and not exists (select 1 from item_elector r where r.item_id = e.item_id and r.voter_id = b.cast_by and r.recused_at is not null)
             where e.item_id = ? and e.deliberative and e.recused_at is null
            """).param(itemId).query(Turnout.class).single();
    }

    /** How a vote goes, without anybody's choice. */
    public record Turnout(int electors, int cast, int mandates) {}
}

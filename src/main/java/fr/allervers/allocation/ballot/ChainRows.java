package fr.allervers.allocation.ballot;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the chains. Whoever adds one holds the item's row lock. */
@Component
public class ChainRows {

    private final JdbcClient jdbc;

    ChainRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The end of a chain.
     *
     * @param seq of its last entry, 0 when it has none
     */
    record Tail(int seq, String hash) {

        static final Tail NONE = new Tail(0, VoteChain.START);
    }

    /** Adds an entry after the last one. */
    void add(
            long itemId,
            VoteChain.Kind kind,
            Instant at,
            Map<String, ? extends @Nullable Object> facts,
            @Nullable String requestKey) {
        add(itemId, tail(itemId), kind, at, facts, requestKey);
    }

    private Tail tail(long itemId) {
        return jdbc.sql("select seq, hash from ballot_entry where item_id = ? order by seq desc limit 1")
                .param(itemId)
                .query(Tail.class)
                .optional()
                .orElse(Tail.NONE);
    }

    /** Adds an entry after this end, which was read under the item's lock. */
    void add(
            long itemId,
            Tail tail,
            VoteChain.Kind kind,
            Instant at,
            Map<String, ? extends @Nullable Object> facts,
            @Nullable String requestKey) {
        var content = new HashMap<String, @Nullable Object>(facts);
        content.put("item", itemId);
        content.put("seq", tail.seq() + 1);
        content.put("kind", kind);
        content.put("at", at);
        content.put("previous", tail.hash());
        var text = Canonical.write(content);
        jdbc.sql("insert into ballot_entry (item_id, seq, content, hash, request_key) values (:item, :seq,"
                        + " :content, :hash, :key)")
                .param("item", itemId)
                .param("seq", tail.seq() + 1)
                .param("content", text)
                .param("hash", Canonical.sha256(text))
                .param("key", requestKey)
                .update();
    }

    /** The item's chain, first to last. */
    public List<VoteChain.Entry> of(long itemId) {
        return jdbc.sql("select seq, content, hash from ballot_entry where item_id = ? order by seq")
                .param(itemId)
                .query(VoteChain.Entry.class)
                .list();
    }

    /** How many entries; what a live page asks to see whether something happened. */
    public int length(long itemId) {
        return jdbc.sql("select count(*) from ballot_entry where item_id = ?")
                .param(itemId)
                .query(Integer.class)
                .single();
    }
}

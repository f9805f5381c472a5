package fr.allervers.allocation.ballot;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The electors of items, and recusals declared before the vote. It asks for no right. */
@Component
public class ElectorRows {

    private final JdbcClient jdbc;

    ElectorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A recusal declared before the vote opened. */
    public record Declared(long memberId, Instant at, String reason) {}

    /** Those listed for the item, the deliberative first. */
    public List<ElectorRow> of(long itemId) {
        return jdbc.sql("""
            select voter_id, staff_id, name, capacity, deliberative, mandate_to, present, recused_at, recusal_reason
              from item_elector where item_id = ? order by deliberative desc, voter_id
            """).param(itemId).query(ElectorRow.class).list();
    }

    void insert(long itemId, ElectorRow elector) {
        jdbc.sql("""
            insert into item_elector (item_id, voter_id, staff_id, name, capacity, deliberative, mandate_to, recused_at, recusal_reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(Arrays.asList(
                        itemId,
                        elector.voterId(),
                        elector.staffId(),
                        elector.name(),
                        elector.capacity().name(),
                        elector.deliberative(),
                        elector.mandateTo(),
                        elector.recusedAt(),
                        elector.recusalReason()))
                .update();
    }

    void present(long itemId, Collection<Long> voterIds) {
        if (!voterIds.isEmpty()) {
            jdbc.sql("update item_elector set present = true where item_id = :item and voter_id in (:voters)")
                    .param("item", itemId)
                    .param("voters", voterIds)
                    .update();
        }
    }

    /** Notes the recusal of an elector, once, and says whether it was new. */
    boolean recuse(long itemId, long voterId, Instant at, String reason) {
        return jdbc.sql("update item_elector set recused_at = ?, recusal_reason = ? where item_id = ? and"
                                + " voter_id = ? and recused_at is null")
                        .params(at, reason, itemId, voterId)
                        .update()
                == 1;
    }

    void declare(long itemId, long memberId, Instant at, String reason) {
        jdbc.sql("insert ignore into item_recusal (item_id, member_id, at, reason) values (?, ?, ?, ?)")
                .params(itemId, memberId, at, reason)
                .update();
    }

    public List<Declared> declared(long itemId) {
        return jdbc.sql("select member_id, at, reason from item_recusal where item_id = ? order by member_id")
                .param(itemId)
                .query(Declared.class)
                .list();
    }
}

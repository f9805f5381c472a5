package fr.allervers.inventory.signature;

import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.inventory.declaration.InventoryDiary;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.declaration.InventoryMessages;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.declaration.InventoryStatus;
import fr.allervers.shared.web.UserError;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What tenants add later to an entry inventory: annexed to it; the sealed document stays as it is. */
@Component
@Transactional
public class Additions {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int LONGEST = 2000;
    private static final int MOST = 20;

    private final InventoryRows rows;
    private final AdditionWindow window;
    private final InventoryDocuments documents;
    private final InventoryPaper paper;
    private final InventoryMessages messages;
    private final InventoryDiary diary;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final Clock clock;

    Additions(
            InventoryRows rows,
            AdditionWindow window,
            InventoryDocuments documents,
            InventoryPaper paper,
            InventoryMessages messages,
            InventoryDiary diary,
            Cases cases,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.window = window;
        this.documents = documents;
        this.paper = paper;
        this.messages = messages;
        this.diary = diary;
        this.cases = cases;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All of an inventory, the oldest first. */
    @Transactional(readOnly = true)
    public List<Addition> of(long inventoryId) {
        return jdbc.sql(
                        "select id, kind, text, made_at, status, answer, annex_id from inventory_addition where inventory_id = ? order by id")
                .param(inventoryId)
                .query(Addition.class)
                .list();
    }

    /**
     * The tenant adds something; sent again with the same key it changes nothing.
     *
     * @param text at most 2,000 characters
     * @throws UserError when nothing of this kind may be added today
     */
    public void add(long inventoryId, String key, AdditionWindow.Kind kind, String text) {
        var of = rows.lock(inventoryId);
        if (!KEY.matcher(key).matches() || text.isBlank() || text.length() > LONGEST) {
            throw new UserError("inventory.error.addition");
        }
        if (jdbc.sql("select count(*) from inventory_addition where addition_key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single()
                > 0) {
            return;
        }
        if (of.kind() != InventoryKind.ENTRY
                || of.status() != InventoryStatus.SEALED
                || !window.open(of).contains(kind)
                || of(inventoryId).size() >= MOST) {
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.addition-late");
        }
        jdbc.sql(
                        "insert into inventory_addition (inventory_id, addition_key, kind, text, made_at) values (?, ?, ?, ?, ?)")
                .params(inventoryId, key, kind.name(), text.strip(), clock.instant())
                .update();
        diary.tell(of, Timeline.Kind.NOTE, "addition." + kind, text);
        cases.correlate("addition-made", InventoryDiary.ref(inventoryId));
    }

    /** Answers what is open: what is accepted is annexed, as one document. */
    public void answer(Inventory of, boolean accepted, String words) {
        var open =
                of(of.id()).stream().filter(one -> one.status().equals("OPEN")).toList();
        if (open.isEmpty()) {
            return;
        }
        var annex = accepted
                ? documents
                        .keep(
                                of,
                                InventoryDocument.Kind.ANNEX,
                                InventorySealing.name(of, "annexe"),
                                paper.annex(
                                        of,
                                        Map.of("additions", open, "answer", words, "sealedHash", sealedHash(of.id()))))
                        .id()
                : null;
        for (var one : open) {
            jdbc.sql("update inventory_addition set status = ?, answer = ?, answered_at = ?, annex_id = ? where id = ?")
                    .params(accepted ? "ACCEPTED" : "REFUSED", words, clock.instant(), annex, one.id())
                    .update();
        }
        diary.tell(of, Timeline.Kind.DECISION, accepted ? "addition-accepted" : "addition-refused", words);
        messages.write(
                of,
                "addition/" + open.get(open.size() - 1).id(),
                accepted ? "inventory-addition-accepted" : "inventory-addition-refused");
    }

    private String sealedHash(long id) {
        return documents
                .latest(id, InventoryDocument.Kind.SEALED)
                .map(InventoryDocument::sha256)
                .orElse("");
    }
}

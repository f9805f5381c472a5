package fr.allervers.inventory.signature;

import fr.allervers.inventory.declaration.Inventories;
import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.inventory.declaration.InventoryDiary;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.declaration.InventoryStatus;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.workflow.Tasks;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * From what was accepted to what binds. The tenant confirms one file by its hash; the landlord countersigns the same hash;
 * the sealed document repeats it with both names. Neither file is ever made again.
 */
@Component
@Transactional
public class InventorySealing {

    private static final String STEP = "countersign-inventory";

    private final Inventories inventories;
    private final InventoryRows rows;
    private final InventoryDocuments documents;
    private final InventoryPaper paper;
    private final InventoryDiary diary;
    private final Tasks tasks;
    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    InventorySealing(
            Inventories inventories,
            InventoryRows rows,
            InventoryDocuments documents,
            InventoryPaper paper,
            InventoryDiary diary,
            Tasks tasks,
            JdbcClient jdbc,
            CurrentStaff currentStaff,
            Clock clock) {
        this.inventories = inventories;
        this.rows = rows;
        this.documents = documents;
        this.paper = paper;
        this.diary = diary;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** Makes the document to be confirmed; the process does so once the inventory is accepted. */
    public Inventory prepare(long id) {
        var of = rows.lock(id);
        documents.keep(of, InventoryDocument.Kind.DRAFT, name(of, "a-signer"), paper.inventory(of, List.of(), null));
        return of;
    }

    /** How many documents were offered for signature so far. */
    @Transactional(readOnly = true)
    public int draftsMade(long id) {
        return (int) documents.of(id).stream()
                .filter(one -> one.kind() == InventoryDocument.Kind.DRAFT)
                .count();
    }

    /**
     * The landlord's signature, by the signed-in person, under the hash that the tenant confirmed.
     *
     * @param sha256 of the document that this person had before them
     */
    public void countersign(long id, String sha256) {
        var of = inventories.requireMine(id);
        var by = currentStaff.require();
        var draft = documents.latest(id, InventoryDocument.Kind.DRAFT).orElseThrow(InventorySealing::notSo);
        var confirmed = documents.signatures(id).stream()
                .anyMatch(one -> one.documentId() == draft.id() && one.role().equals("TENANT"));
        if (of.status() != InventoryStatus.TENANT_SIGNED
                || !confirmed
                || !draft.sha256().equals(sha256)) {
            throw notSo();
        }
        var task = tasks.open(InventoryDiary.ref(id), STEP).orElseThrow(InventorySealing::notSo);
        documents.sign(draft, "LANDLORD", by.displayName(), "Connexion de " + by.username());
        documents.keep(
                of,
                InventoryDocument.Kind.SEALED,
                name(of, "signe"),
                paper.inventory(
                        of,
                        documents.signatures(id).stream()
                                .filter(one -> one.documentId() == draft.id())
                                .toList(),
                        draft.sha256()));
        seal(of);
        diary.note(of, Timeline.Kind.DECISION, "sealed");
        tasks.claim(task, by);
        tasks.complete(task, Map.of("outcome", "SIGNED"));
    }

    /** A report of a commissaire de justice, filed before, binds without the tenant's confirmation. */
    public void sealReport(long id) {
        var of = rows.lock(id);
        // Cases from before reports were filed keep what the inventory itself holds.
        if (documents.latest(id, InventoryDocument.Kind.REPORT).isEmpty()) {
            documents.keep(
                    of, InventoryDocument.Kind.REPORT, name(of, "constat"), paper.inventory(of, List.of(), null));
        }
        seal(of);
        diary.note(of, Timeline.Kind.DECISION, "sealed-report");
    }

    void seal(Inventory of) {
        rows.update(of.id(), List.of(of.status()), "status = 'SEALED', sealed_at = ?", clock.instant());
        // What is new at an entry ages from that day.
        jdbc.sql(
                        "update inventory_item set installed_on = ? where inventory_id = ? and installed_on is null and state = 'NEW'")
                .params(of.keysOn(), of.id())
                .update();
    }

    static String name(Inventory of, String what) {
        return "etat-des-lieux-"
                + (of.kind() == fr.allervers.inventory.declaration.InventoryKind.ENTRY ? "entree" : "sortie") + "-"
                + of.id() + "-" + what + ".pdf";
    }

    private static UserError notSo() {
        return new UserError(HttpStatus.CONFLICT, "inventory.error.not-so");
    }
}

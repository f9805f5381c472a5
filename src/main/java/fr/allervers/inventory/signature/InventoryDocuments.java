package fr.allervers.inventory.signature;

import fr.allervers.documents.DocumentStore;
import fr.allervers.documents.StoredFile;
import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The documents of inventories and who confirmed them: added, never changed. Whether somebody may see them is asked by who calls. */
@Component
@Transactional
public class InventoryDocuments {

    private static final String SELECT =
            "select id, inventory_id, kind, file_id, sha256, made_at from inventory_document";

    private final JdbcClient jdbc;
    private final DocumentStore store;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    InventoryDocuments(JdbcClient jdbc, DocumentStore store, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** Keeps a PDF as a document of the inventory. */
    public InventoryDocument keep(Inventory of, InventoryDocument.Kind kind, String name, byte[] pdf) {
        var by = currentStaff.find().map(person -> person.username()).orElse("allervers");
        var file = store.store(name, "application/pdf", new ByteArrayInputStream(pdf), by);
        jdbc.sql(
                        "insert into inventory_document (inventory_id, kind, file_id, sha256, made_at, made_by) values (?, ?, ?, ?, ?, ?)")
                .params(of.id(), kind.name(), file.id(), file.sha256(), clock.instant(), by)
                .update();
        return latest(of.id(), kind).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<InventoryDocument> latest(long inventoryId, InventoryDocument.Kind kind) {
        return jdbc.sql(SELECT + " where inventory_id = ? and kind = ? order by id desc limit 1")
                .params(inventoryId, kind.name())
                .query(InventoryDocument.class)
                .optional();
    }

    /** All of an inventory, the oldest first. */
    @Transactional(readOnly = true)
    public List<InventoryDocument> of(long inventoryId) {
        return jdbc.sql(SELECT + " where inventory_id = ? order by id")
                .param(inventoryId)
                .query(InventoryDocument.class)
                .list();
    }

    /** The file of a document of this inventory. */
    @Transactional(readOnly = true)
    public StoredFile file(long inventoryId, long documentId) {
        return of(inventoryId).stream()
                .filter(one -> one.id() == documentId)
                .findFirst()
                .map(one -> store.require(one.fileId()))
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "inventory.error.document-unknown"));
    }

    /** Its content; the caller closes it. */
    public InputStream open(StoredFile file) {
        return store.open(file.id());
    }

    void sign(InventoryDocument document, String role, String name, String means) {
        jdbc.sql(
                        "insert into inventory_signature (inventory_id, document_id, role, name, sha256, signed_at, means) values (?, ?, ?, ?, ?, ?, ?)")
                .params(document.inventoryId(), document.id(), role, name, document.sha256(), clock.instant(), means)
                .update();
    }

    /** Who confirmed documents of this inventory. */
    @Transactional(readOnly = true)
    public List<Signed> signatures(long inventoryId) {
        return jdbc.sql(
                        "select document_id, role, name, sha256, signed_at, means from inventory_signature where inventory_id = ? order by signed_at, role desc")
                .param(inventoryId)
                .query(Signed.class)
                .list();
    }
}

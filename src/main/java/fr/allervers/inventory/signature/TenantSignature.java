package fr.allervers.inventory.signature;

import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.inventory.declaration.InventoryDiary;
import fr.allervers.inventory.declaration.InventoryMessages;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.declaration.InventoryStatus;
import fr.allervers.shared.web.UserError;
import fr.allervers.tenancy.Households;
import fr.allervers.tenancy.Occupant;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tenant confirms the document, by a code that goes to a number of the register and not to whoever holds the link. A code
 * lasts ten minutes and five tries; it confirms one hash.
 */
@Component
@Transactional
public class TenantSignature {

    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final int TRIES = 5;
    private static final int CODES_A_DOCUMENT = 10;
    private static final int DIGITS = 1_000_000;

    private final InventoryRows rows;
    private final InventoryDocuments documents;
    private final InventoryMessages messages;
    private final InventoryDiary diary;
    private final Households households;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TenantSignature(
            InventoryRows rows,
            InventoryDocuments documents,
            InventoryMessages messages,
            InventoryDiary diary,
            Households households,
            Cases cases,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.documents = documents;
        this.messages = messages;
        this.diary = diary;
        this.households = households;
        this.cases = cases;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Code(
            long documentId, byte[] codeHash, Instant sentAt, Instant expiresAt, int tries, int codesSent) {}

    /** The document that waits for the tenant's confirmation. */
    @Transactional(readOnly = true)
    public Optional<InventoryDocument> toConfirm(long id) {
        return rows.require(id).status() == InventoryStatus.ACCEPTED
                ? documents.latest(id, InventoryDocument.Kind.DRAFT)
                : Optional.empty();
    }

    /** Whether a code was sent for what is to be confirmed, and is good still. */
    @Transactional(readOnly = true)
    public boolean isCodeSent(long id) {
        var document = toConfirm(id);
        return document.isPresent()
                && code(id).filter(code -> code.documentId == document.get().id()
                                && code.tries < TRIES
                                && code.expiresAt.isAfter(clock.instant()))
                        .isPresent();
    }

    /** Sends a code; one a minute, ten a document. */
    public void sendCode(long id) {
        var of = rows.lock(id);
        var document = requireToConfirm(of);
        var now = clock.instant();
        var before = code(id).filter(code -> code.documentId == document.id());
        var sent = before.map(code -> code.codesSent).orElse(0);
        if (before.filter(code -> code.sentAt.plus(BETWEEN).isAfter(now)).isPresent() || sent >= CODES_A_DOCUMENT) {
            throw new UserError(HttpStatus.TOO_MANY_REQUESTS, "inventory.error.code-soon");
        }
        var code = "%06d".formatted(random.nextInt(DIGITS));
        jdbc.sql("delete from inventory_code where inventory_id = ?").param(id).update();
        jdbc.sql(
                        "insert into inventory_code (inventory_id, document_id, code_hash, sent_at, expires_at, codes_sent) values (?, ?, ?, ?, ?, ?)")
                .params(id, document.id(), hash(document, code), now, now.plus(LASTS), sent + 1)
                .update();
        messages.tell(of, "code/" + document.id() + "/" + sent, "inventory-code", Map.of("code", code));
    }

    /**
     * Confirms the document.
     *
     * @param sha256 of the document that the tenant had before them
     * @return false when the code is wrong, too old, or was tried too often
     * @throws UserError 409 when another document is to be confirmed now, or none
     */
    public boolean confirm(long id, String sha256, String typed) {
        var of = rows.lock(id);
        var document = requireToConfirm(of);
        if (!document.sha256().equals(sha256)) {
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.document-changed");
        }
        var code = code(id).filter(one -> one.documentId == document.id()).orElse(null);
        // The row of the inventory is locked: two tries at one moment are two tries.
        jdbc.sql("update inventory_code set tries = tries + 1 where inventory_id = ?")
                .param(id)
                .update();
        if (code == null
                || code.tries >= TRIES
                || !code.expiresAt.isAfter(clock.instant())
                || !MessageDigest.isEqual(code.codeHash, hash(document, typed.replaceAll("\\s", "")))) {
            return false;
        }
        documents.sign(document, "TENANT", name(of), "Code à usage unique, reçu et donné par le locataire");
        jdbc.sql("delete from inventory_code where inventory_id = ?").param(id).update();
        rows.update(
                id,
                List.of(InventoryStatus.ACCEPTED),
                "status = 'TENANT_SIGNED', tenant_signed_at = ?",
                clock.instant());
        diary.note(
                of, Timeline.Kind.DECISION, "tenant-signed", document.sha256().substring(0, 12));
        cases.correlate("tenant-signed", InventoryDiary.ref(id));
        return true;
    }

    /** The tenant does not agree with the document: it will be made by both on the spot. */
    public void refuse(long id, String why) {
        var of = rows.lock(id);
        requireToConfirm(of);
        if (why.isBlank() || why.length() > 1000) {
            throw new UserError("inventory.error.reason");
        }
        rows.update(id, List.of(InventoryStatus.ACCEPTED), "status = 'ON_SITE', made_as = 'JOINT'");
        diary.tell(of, Timeline.Kind.DECISION, "tenant-refused", why);
        cases.correlate("joint-chosen", InventoryDiary.ref(id));
    }

    private InventoryDocument requireToConfirm(Inventory of) {
        return toConfirm(of.id()).orElseThrow(() -> new UserError(HttpStatus.CONFLICT, "inventory.error.not-so"));
    }

    private Optional<Code> code(long id) {
        return jdbc.sql(
                        "select document_id, code_hash, sent_at, expires_at, tries, codes_sent from inventory_code where inventory_id = ?")
                .param(id)
                .query(Code.class)
                .optional();
    }

    private String name(Inventory of) {
        var home = households.require(of.householdId());
        return home.occupants().stream().map(Occupant::fullName).findFirst().orElse(home.name());
    }

    /** Bound to the document: a code for one confirms no other. */
    private static byte[] hash(InventoryDocument document, String code) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((document.id() + " " + document.sha256() + " " + code).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

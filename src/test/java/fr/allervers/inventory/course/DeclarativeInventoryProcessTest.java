package fr.allervers.inventory.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.inbox.InboxActs;
import fr.allervers.inventory.Phone;
import fr.allervers.inventory.Tenancy;
import fr.allervers.inventory.Tenancy.House;
import fr.allervers.inventory.declaration.Inventories;
import fr.allervers.inventory.declaration.InventoryDiary;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.declaration.InventoryStatus;
import fr.allervers.inventory.declaration.InventoryWatch;
import fr.allervers.inventory.declaration.Item;
import fr.allervers.inventory.declaration.ItemKind;
import fr.allervers.inventory.declaration.ItemState;
import fr.allervers.inventory.review.Reviews;
import fr.allervers.inventory.settlement.DwellingRepairs;
import fr.allervers.inventory.settlement.ExitSettlement;
import fr.allervers.inventory.settlement.ExitSettlements;
import fr.allervers.inventory.signature.Additions;
import fr.allervers.inventory.signature.InventoryDocument;
import fr.allervers.inventory.signature.InventoryDocuments;
import fr.allervers.inventory.signature.InventorySealing;
import fr.allervers.inventory.signature.TenantSignature;
import fr.allervers.shared.web.UserError;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.PdfA;
import fr.allervers.testing.People;
import fr.allervers.workflow.Tasks;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Both kinds of inventory from the link to the end, with the clock moved. */
@ApplicationTest
class DeclarativeInventoryProcessTest {

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Inventories inventories;

    @Autowired
    InventoryRows rows;

    @Autowired
    InventoryWatch watch;

    @Autowired
    Reviews reviews;

    @Autowired
    InventorySealing sealing;

    @Autowired
    InventoryDocuments documents;

    @Autowired
    TenantSignature signature;

    @Autowired
    Additions additions;

    @Autowired
    ExitSettlements settlements;

    @Autowired
    DwellingRepairs repairs;

    @Autowired
    InboxActs inbox;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    Jobs jobs;

    @Autowired
    Tasks tasks;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc mvc;

    private Tenancy of;

    @BeforeEach
    void aTenant() {
        of = house.since(LocalDate.of(2026, 11, 27));
    }

    @AfterEach
    void afterwards() {
        clock.reset();
        people.signOut();
    }

    private void days(int days) {
        clock.advance(Duration.ofDays(days));
        jobs.runDue();
    }

    private boolean isOpen(long id, String step) {
        return task(id, step).isPresent();
    }

    private Optional<String> task(long id, String step) {
        Optional<String> found = transaction.execute(status -> tasks.open(InventoryDiary.ref(id), step));
        return found == null ? Optional.empty() : found;
    }

    private void complete(long id, String step, Map<String, List<String>> answers) {
        people.signIn(of.manager);
        assertThat(inbox.complete(task(id, step).orElseThrow(), answers).accepted())
                .isTrue();
    }

    private InventoryStatus status(long id) {
        return rows.require(id).status();
    }

    private long messages(long id, String like) {
        return jdbc.sql("select count(*) from outbox_message where dedupe_key like ?")
                .param("declarative-inventory/" + id + "/" + like)
                .query(Long.class)
                .single();
    }

    private Phone phone(long id) throws Exception {
        people.signOut();
        return new Phone(mvc, of.link(id)).prove();
    }

    /** Declared, accepted, confirmed by code and countersigned. */
    private void seal(long id) throws Exception {
        phone(id).declare(of.items(id));
        accept(id);
    }

    private void accept(long id) {
        people.signIn(of.manager);
        reviews.accept(id);
        sign(id);
    }

    private void sign(long id) {
        var draft = signature.toConfirm(id).orElseThrow();
        assertThat(signature.confirm(id, draft.sha256(), "000000")).isFalse();
        signature.sendCode(id);
        assertThat(signature.confirm(id, draft.sha256(), codeSent(id))).isTrue();
        people.signIn(of.manager);
        sealing.countersign(id, draft.sha256());
        assertThat(status(id)).isEqualTo(InventoryStatus.SEALED);
    }

    private String codeSent(long id) {
        var body = jdbc.sql("select body from outbox_message where dedupe_key like ? order by id desc limit 1")
                .param("declarative-inventory/" + id + "/code/%")
                .query(String.class)
                .single();
        var code = Pattern.compile("\\d{6}").matcher(body);
        assertThat(code.find()).isTrue();
        return code.group();
    }

    @Test
    void theRegistersComingLeasesOpenTheirInventoriesOnce() {
        people.signOut();
        watch.sweep();
        watch.sweep();
        assertThat(jdbc.sql("select count(*) from inventory where lease_id = ?")
                        .param(of.leaseId)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        jdbc.sql("update lease set ends_on = ? where id = ?")
                .params(LocalDate.of(2026, 12, 9), of.leaseId)
                .update();
        watch.sweep();
        assertThat(rows.ofLease(of.leaseId, InventoryKind.EXIT)).isPresent();
    }

    @Test
    void aTenantWhoDoesNothingIsRemindedTwiceThenCalled() {
        var id = of.open(InventoryKind.ENTRY, 30);
        assertThat(messages(id, "link")).isEqualTo(1);
        days(2);
        assertThat(messages(id, "reminder/%")).isZero();
        days(1);
        assertThat(messages(id, "reminder/%")).isEqualTo(1);
        days(2);
        assertThat(messages(id, "reminder/%")).isEqualTo(2);
        assertThat(isOpen(id, "call-for-inventory")).isFalse();
        days(2);
        assertThat(isOpen(id, "call-for-inventory")).isTrue();
        days(4);
        assertThat(isOpen(id, "call-for-inventory-late")).isTrue();
        complete(id, "call-for-inventory-late", Map.of("outcome", List.of("WILL_DO")));
        assertThat(isOpen(id, "call-for-inventory")).isFalse();
        assertThat(status(id)).isEqualTo(InventoryStatus.OPEN);
    }

    @Test
    void whatIsSentWhileSomebodyIsToCallTakesTheCallBack() throws Exception {
        var id = of.open(InventoryKind.ENTRY, 30);
        days(3);
        days(2);
        days(2);
        assertThat(isOpen(id, "call-for-inventory")).isTrue();
        phone(id).declare(of.items(id));
        assertThat(isOpen(id, "call-for-inventory")).isFalse();
        assertThat(isOpen(id, "review-inventory")).isTrue();
    }

    @Test
    void keysThatAreNearWithoutAnInventoryAreASupervisorsMatterUnlessTheyAreMoved() {
        var id = of.open(InventoryKind.ENTRY, 3);
        var other = house.since(LocalDate.of(2026, 11, 27));
        var moved = other.open(InventoryKind.ENTRY, 3);
        inventories.moveKeys(moved, LocalDate.of(2026, 12, 10));
        days(1);
        assertThat(isOpen(id, "keys-without-inventory")).isFalse();
        days(1);
        assertThat(isOpen(id, "keys-without-inventory")).isTrue();
        assertThat(isOpen(moved, "keys-without-inventory")).isFalse();
        days(13);
        assertThat(isOpen(moved, "keys-without-inventory")).isTrue();
    }

    @Test
    void moreIsAskedForItemByItemAndOnlyThoseComeBack() throws Exception {
        var id = of.open(InventoryKind.ENTRY, 10);
        var items = of.items(id);
        phone(id).declare(items);
        people.signIn(of.manager);
        reviews.ask(
                id,
                Map.of(
                        items.get(1).id(),
                        "Une photo du coin, s’il vous plaît",
                        items.get(2).id(),
                        " "));
        assertThat(status(id)).isEqualTo(InventoryStatus.ASKED);
        assertThat(messages(id, "more/1")).isEqualTo(1);
        var phone = phone(id);
        assertThat(phone.snapshot().path("items").size()).isEqualTo(1);
        assertThat(phone.answer(Phone.key(), items.get(0).id(), Map.of("state", "NEW"))
                        .getStatus())
                .isEqualTo(409);
        assertThat(phone.sendWhole(Phone.key()).getStatus()).isEqualTo(409);
        phone.answer(Phone.key(), items.get(1).id(), Map.of("state", "WORN", "remark", "Coin écaillé"));
        assertThat(phone.sendWhole(Phone.key()).getStatus()).isEqualTo(200);
        assertThat(isOpen(id, "review-inventory")).isTrue();
    }

    @Test
    void aContestedDeclarationIsMadeOnTheSpotOrByABailiff() throws Exception {
        var id = of.open(InventoryKind.ENTRY, 10);
        phone(id).declare(of.items(id));
        people.signIn(of.manager);
        reviews.contest(id, false, "Les photos ne montrent pas le logement");
        assertThat(isOpen(id, "visit-inventory")).isTrue();
        assertThat(status(id)).isEqualTo(InventoryStatus.ON_SITE);
        complete(id, "visit-inventory", Map.of("outcome", List.of("BAILIFF")));
        assertThat(isOpen(id, "follow-bailiff")).isTrue();
        clock.advance(Duration.ofDays(9));
        // Its dates alone are no report: the file is what binds.
        assertThatThrownBy(() -> complete(id, "follow-bailiff", Map.of("outcome", List.of("FILED"))))
                .isInstanceOf(UserError.class);
        assertThat(status(id)).isEqualTo(InventoryStatus.ON_SITE);
    }

    @Test
    void anInventoryMadeByBothIsSignedByBoth() {
        var id = of.open(InventoryKind.ENTRY, 10);
        inventories.makeJointly(id, "Le locataire préfère");
        assertThat(isOpen(id, "visit-inventory")).isTrue();
        assertThatThrownBy(() -> complete(id, "visit-inventory", Map.of("outcome", List.of("DONE"))))
                .isInstanceOf(UserError.class);
        for (var item : of.items(id)) {
            reviews.write(id, item.id(), seen(item));
        }
        complete(id, "visit-inventory", Map.of("outcome", List.of("DONE")));
        sign(id);
    }

    private static fr.allervers.inventory.declaration.ItemAnswer seen(Item item) {
        return new fr.allervers.inventory.declaration.ItemAnswer(
                item.kind() == ItemKind.ELEMENT ? ItemState.GOOD : null,
                null,
                null,
                item.kind() == ItemKind.METER ? BigDecimal.TEN : null,
                item.kind() == ItemKind.KEYS ? 2 : null);
    }

    @Test
    void aLeaseCancelledEndsTheInventoryAndItsLinks() throws Exception {
        var id = of.open(InventoryKind.ENTRY, 10);
        var phone = phone(id);
        people.signIn(of.manager);
        inventories.cancel(id, "Le bail est annulé");
        assertThat(status(id)).isEqualTo(InventoryStatus.CANCELLED);
        assertThat(phone.page("/donnees").getStatus()).isEqualTo(404);
        days(40);
        assertThat(isOpen(id, "call-for-inventory")).isFalse();
        assertThat(messages(id, "reminder/%")).isZero();
    }

    @Test
    void aCodeConfirmsOneDocumentWithinTenMinutesAndFiveTries() throws Exception {
        var id = of.open(InventoryKind.ENTRY, 10);
        phone(id).declare(of.items(id));
        people.signIn(of.manager);
        reviews.accept(id);
        var draft = signature.toConfirm(id).orElseThrow();
        signature.sendCode(id);
        assertThatThrownBy(() -> signature.sendCode(id)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> signature.confirm(id, "0".repeat(64), codeSent(id)))
                .isInstanceOf(UserError.class);
        clock.advance(Duration.ofMinutes(10));
        assertThat(signature.confirm(id, draft.sha256(), codeSent(id))).isFalse();
        signature.sendCode(id);
        var code = codeSent(id);
        var wrong = code.equals("111111") ? "222222" : "111111";
        for (var guess = 0; guess < 5; guess++) {
            assertThat(signature.confirm(id, draft.sha256(), wrong)).isFalse();
        }
        assertThat(signature.confirm(id, draft.sha256(), code)).isFalse();
        clock.advance(Duration.ofMinutes(1));
        signature.sendCode(id);
        assertThat(signature.confirm(id, draft.sha256(), codeSent(id))).isTrue();
    }

    @Test
    void whatIsAddedLaterIsAnnexedAndTheSealedDocumentStays() throws Exception {
        var id = of.open(InventoryKind.ENTRY, 3);
        seal(id);
        var sealed = documents.latest(id, InventoryDocument.Kind.SEALED).orElseThrow();
        assertThat(pictures(id, sealed))
                .as("photos on the paper")
                .isEqualTo(of.items(id).stream().filter(Item::photoRequired).count());
        assertThatThrownBy(() -> jdbc.sql("update inventory_document set sha256 = ? where id = ?")
                        .params("0".repeat(64), sealed.id())
                        .update())
                .isInstanceOf(RuntimeException.class);
        clock.advance(Duration.ofDays(10));
        var key = Phone.key();
        var phone = phone(id);
        for (var time = 0; time < 10; time++) {
            phone.form("/suite/ajout", "cle", key, "sujet", "DAYS", "texte", "La fenêtre ferme mal");
        }
        assertThat(additions.of(id)).hasSize(1);
        assertThat(isOpen(id, "answer-addition")).isTrue();
        complete(id, "answer-addition", Map.of("outcome", List.of("ACCEPTED")));
        assertThat(documents.latest(id, InventoryDocument.Kind.ANNEX)).isPresent();
        assertThat(documents.latest(id, InventoryDocument.Kind.SEALED)).contains(sealed);
        clock.advance(Duration.ofDays(1));
        assertThat(phone(id)
                        .form("/suite/ajout", "cle", Phone.key(), "sujet", "DAYS", "texte", "Trop tard")
                        .getStatus())
                .isEqualTo(409);
        // Keys on 27 November: the running heating period is over a month old, the next one begins on 15 October 2027.
        days(330);
        assertThat(status(id)).isEqualTo(InventoryStatus.SEALED);
        assertThat(phone(id)
                        .form("/suite/ajout", "cle", Phone.key(), "sujet", "HEATING", "texte", "Froid")
                        .getStatus())
                .isEqualTo(302);
    }

    private long pictures(long id, InventoryDocument document) throws Exception {
        try (var content = documents.open(documents.file(id, document.id()));
                var pdf = org.apache.pdfbox.Loader.loadPDF(content.readAllBytes())) {
            var pictures = 0L;
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    pictures += page.getResources().isImageXObject(name) ? 1 : 0;
                }
            }
            return pictures;
        }
    }

    @Test
    void anEntryClosesWhenNothingMayBeAddedAnyMore() throws Exception {
        var id = of.open(InventoryKind.ENTRY, 3);
        seal(id);
        days(300);
        assertThat(status(id)).isEqualTo(InventoryStatus.SEALED);
        days(60);
        assertThat(status(id)).isEqualTo(InventoryStatus.CLOSED);
        assertThat(new Phone(mvc, of.link(id)).prove().page("/suite").getStatus())
                .isEqualTo(200);
    }

    @Test
    void anExitIsSettledToTheCentByTheGridOfItsLease() throws Exception {
        var entry = of.open(InventoryKind.ENTRY, 3);
        seal(entry);
        jdbc.sql("update inventory_item set state = 'NEW', installed_on = '2022-11-27' where inventory_id = ?")
                .param(entry)
                .update();
        var id = of.open(InventoryKind.EXIT, 3);
        var items = of.items(id);
        var walls = items.stream()
                .filter(item -> "PAINT".equals(item.material()))
                .findFirst()
                .orElseThrow();
        var keys = items.stream()
                .filter(item -> item.kind() == ItemKind.KEYS)
                .findFirst()
                .orElseThrow();
        assertThat(walls.startState()).isEqualTo(ItemState.NEW);
        seal(id);
        assertThat(isOpen(id, "settle-exit")).isTrue();
        clock.advance(Duration.ofDays(3));
        // Four years old: 100 − 3 × 15 = 55 % of 2.35 m² at 22.00 € (51.70 €), 28.435 €, and two keys at 25 €.
        settlements.charge(id, walls.id(), "paint-wall", new BigDecimal("2.35"), null);
        settlements.charge(id, keys.id(), "key", new BigDecimal("2"), null);
        assertThatThrownBy(() -> settlements.charge(id, null, "door", BigDecimal.ONE, null))
                .isInstanceOf(UserError.class);
        var sheet = settlements.find(id).orElseThrow();
        assertThat(sheet.charges()).extracting(line -> line.shareCents()).containsExactly(2_844L, 5_000L);
        assertThat(sheet.sharesCents()).isEqualTo(7_844);
        assertThat(sheet.backCents()).isEqualTo(41_235 - 7_844);
        assertThat(sheet.of().dueOn()).isEqualTo(LocalDate.of(2027, 1, 27));
        settlements.send(id);
        assertThat(documents.latest(id, InventoryDocument.Kind.LETTER)).isPresent();
        var phone = phone(id);
        assertThat(phone.page("/suite").getContentAsString())
                .contains("333,91")
                .contains("4 ans : 100 % − 3 × 15 % = 55 %");
        phone.form("/suite/adresse", "adresse", "5 rue Neuve, 26000 Valence");
        phone.form("/suite/decompte", "reponse", "desaccord", "texte", "Les murs étaient déjà ainsi");
        assertThat(isOpen(id, "handle-dispute")).isTrue();
        complete(id, "handle-dispute", Map.of("outcome", List.of("REVISE")));
        people.signIn(of.manager);
        settlements.remove(
                id, settlements.find(id).orElseThrow().charges().get(0).id());
        settlements.send(id);
        assertThat(phone(id).form("/suite/decompte", "reponse", "accord").getStatus())
                .isEqualTo(302);
        assertThat(isOpen(id, "return-deposit")).isTrue();
        clock.set(java.time.Instant.parse("2027-01-28T09:00:00Z"));
        jobs.runDue();
        assertThat(isOpen(id, "return-deposit-late")).isTrue();
        people.signIn(of.manager);
        assertThat(settlements.find(id).orElseThrow().penaltyTodayCents()).isEqualTo(4_124);
        complete(id, "return-deposit", Map.of("paidOn", List.of("2027-01-28")));
        assertThat(status(id)).isEqualTo(InventoryStatus.CLOSED);
        people.signIn(of.manager);
        var paid = settlements.find(id).orElseThrow().of();
        assertThat(paid.status()).isEqualTo(ExitSettlement.Status.PAID);
        assertThat(paid.penaltyCents()).isEqualTo(4_124);
    }

    @Test
    void everyPaperOfATenancyIsValidForTheArchive() throws Exception {
        var entry = of.open(InventoryKind.ENTRY, 3);
        seal(entry);
        phone(entry)
                .form("/suite/ajout", "cle", Phone.key(), "sujet", "DAYS", "texte", "Fenêtre « çà & là » – œil, 5 €");
        complete(entry, "answer-addition", Map.of("outcome", List.of("ACCEPTED")));
        var exit = of.open(InventoryKind.EXIT, 3);
        seal(exit);
        clock.advance(Duration.ofDays(3));
        settlements.charge(exit, null, "cleaning", new BigDecimal("1.5"), null);
        settlements.send(exit);
        var papers = new HashMap<String, byte[]>();
        for (var id : List.of(entry, exit)) {
            for (var paper : documents.of(id)) {
                try (var content = documents.open(documents.file(id, paper.id()))) {
                    papers.put(paper.kind() + "-" + paper.id(), content.readAllBytes());
                }
            }
        }
        // Both drafts, both sealed, the annex and the letter.
        assertThat(papers).hasSize(6);
        PdfA.assertValid(papers);
    }

    @Test
    void theNextEntryBeginsWhereTheLastInventoryAndTheRepairsLeft() throws Exception {
        var entry = of.open(InventoryKind.ENTRY, 3);
        seal(entry);
        var exit = of.open(InventoryKind.EXIT, 3);
        seal(exit);
        clock.advance(Duration.ofDays(4));
        var elements = of.items(exit).stream()
                .filter(item -> item.kind() == ItemKind.ELEMENT)
                .toList();
        people.signIn(of.manager);
        repairs.note(exit, elements.get(0).id(), LocalDate.of(2026, 11, 28), "Serrure changée");
        var next = jdbc.sql("insert into lease (code, dwelling_id, household_id, starts_on) select concat('N', id),"
                        + " dwelling_id, id, '2026-12-01' from household where id = ? returning id")
                .param(of.tenant.householdId())
                .query(Long.class)
                .single();
        watch.sweep();
        var opened = rows.ofLease(next, InventoryKind.ENTRY).orElseThrow();
        assertThat(opened.previousId()).isEqualTo(exit);
        var begun = rows.items(opened.id());
        assertThat(begun.get(0).startState()).isEqualTo(ItemState.NEW);
        assertThat(begun.get(0).installedOn()).isEqualTo(LocalDate.of(2026, 11, 28));
        assertThat(begun.get(1).startState()).isEqualTo(ItemState.GOOD);
    }

    @Test
    void silenceIsNoAgreementAndAMatchingExitHasOneMonth() throws Exception {
        var entry = of.open(InventoryKind.ENTRY, 3);
        seal(entry);
        var id = of.open(InventoryKind.EXIT, 3);
        seal(id);
        clock.advance(Duration.ofDays(3));
        assertThat(settlements.find(id).orElseThrow().of().dueOn()).isEqualTo(LocalDate.of(2026, 12, 27));
        settlements.charge(id, null, "cleaning", new BigDecimal("1.5"), null);
        settlements.send(id);
        days(14);
        assertThat(isOpen(id, "return-deposit")).isFalse();
        days(1);
        assertThat(settlements.find(id).orElseThrow().of().status()).isEqualTo(ExitSettlement.Status.SILENT);
        assertThat(isOpen(id, "return-deposit")).isTrue();
    }
}

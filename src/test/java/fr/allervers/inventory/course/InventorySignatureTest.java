package fr.allervers.inventory.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.inventory.Phone;
import fr.allervers.inventory.Tenancy;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.declaration.InventoryStatus;
import fr.allervers.inventory.declaration.Item;
import fr.allervers.inventory.review.Reviews;
import fr.allervers.inventory.signature.Additions;
import fr.allervers.inventory.signature.InventoryDocument;
import fr.allervers.inventory.signature.InventoryDocuments;
import fr.allervers.inventory.signature.TenantSignature;
import fr.allervers.shared.web.UserError;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** From the code that signs to what is annexed later. */
@ApplicationTest
class InventorySignatureTest {

    @Autowired
    Course course;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reviews reviews;

    @Autowired
    InventoryDocuments documents;

    @Autowired
    TenantSignature signature;

    @Autowired
    Additions additions;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    private Tenancy of;

    @BeforeEach
    void aTenant() {
        of = course.since(LocalDate.of(2026, 11, 27));
    }

    @AfterEach
    void over() {
        course.over();
    }

    @Test
    void aCodeConfirmsOneDocumentWithinTenMinutesAndFiveTries() throws Exception {
        var id = of.open(InventoryKind.ENTRY, 10);
        course.phone(of, id).declare(of.items(id));
        people.signIn(of.manager);
        reviews.accept(id);
        var draft = signature.toConfirm(id).orElseThrow();
        signature.sendCode(id);
        assertThatThrownBy(() -> signature.sendCode(id)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> signature.confirm(id, "0".repeat(64), course.codeSent(id)))
                .isInstanceOf(UserError.class);
        clock.advance(Duration.ofMinutes(10));
        assertThat(signature.confirm(id, draft.sha256(), course.codeSent(id))).isFalse();
        signature.sendCode(id);
        var code = course.codeSent(id);
        var wrong = code.equals("111111") ? "222222" : "111111";
        for (var guess = 0; guess < 5; guess++) {
            assertThat(signature.confirm(id, draft.sha256(), wrong)).isFalse();
        }
        assertThat(signature.confirm(id, draft.sha256(), code)).isFalse();
        clock.advance(Duration.ofMinutes(1));
        signature.sendCode(id);
        assertThat(signature.confirm(id, draft.sha256(), course.codeSent(id))).isTrue();
    }

    @Test
    void whatIsAddedLaterIsAnnexedAndTheSealedDocumentStays() throws Exception {
        var id = of.open(InventoryKind.ENTRY, 3);
        course.seal(of, id);
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
        var phone = course.phone(of, id);
        for (var time = 0; time < 10; time++) {
            phone.form("/suite/ajout", "cle", key, "sujet", "DAYS", "texte", "La fenêtre ferme mal");
        }
        assertThat(additions.of(id)).hasSize(1);
        assertThat(course.isOpen(id, "answer-addition")).isTrue();
        course.complete(of, id, "answer-addition", Map.of("outcome", List.of("ACCEPTED")));
        assertThat(documents.latest(id, InventoryDocument.Kind.ANNEX)).isPresent();
        assertThat(documents.latest(id, InventoryDocument.Kind.SEALED)).contains(sealed);
        clock.advance(Duration.ofDays(1));
        assertThat(course.phone(of, id)
                        .form("/suite/ajout", "cle", Phone.key(), "sujet", "DAYS", "texte", "Trop tard")
                        .getStatus())
                .isEqualTo(409);
        // Keys on 27 November: the running heating period is over a month old, the next one begins on 15 October 2027.
        course.days(330);
        assertThat(course.status(id)).isEqualTo(InventoryStatus.SEALED);
        assertThat(course.phone(of, id)
                        .form("/suite/ajout", "cle", Phone.key(), "sujet", "HEATING", "texte", "Froid")
                        .getStatus())
                .isEqualTo(302);
    }

    private long pictures(long id, InventoryDocument document) throws Exception {
        try (var content = documents.open(documents.file(id, document.id()));
                var pdf = Loader.loadPDF(content.readAllBytes())) {
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
        course.seal(of, id);
        course.days(300);
        assertThat(course.status(id)).isEqualTo(InventoryStatus.SEALED);
        course.days(60);
        assertThat(course.status(id)).isEqualTo(InventoryStatus.CLOSED);
        assertThat(new Phone(mvc, of.link(id)).prove().page("/suite").getStatus())
                .isEqualTo(200);
    }
}

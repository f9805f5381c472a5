package fr.allervers.inventory.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.inventory.Tenancy;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.declaration.InventoryStatus;
import fr.allervers.inventory.declaration.ItemKind;
import fr.allervers.inventory.declaration.ItemState;
import fr.allervers.inventory.settlement.ExitSettlement;
import fr.allervers.inventory.settlement.ExitSettlements;
import fr.allervers.inventory.settlement.SettlementDiscussion;
import fr.allervers.inventory.settlement.SettlementDraft;
import fr.allervers.inventory.signature.InventoryDocument;
import fr.allervers.inventory.signature.InventoryDocuments;
import fr.allervers.shared.web.UserError;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an exit costs by the grid, how it is discussed, and when the deposit goes back. */
@ApplicationTest
class ExitSettlementTest {

    @Autowired
    Course course;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InventoryDocuments documents;

    @Autowired
    ExitSettlements settlements;

    @Autowired
    SettlementDraft drafts;

    @Autowired
    SettlementDiscussion discussion;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    Jobs jobs;

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
    void anExitIsSettledToTheCentByTheGridOfItsLease() throws Exception {
        var entry = of.open(InventoryKind.ENTRY, 3);
        course.seal(of, entry);
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
        course.seal(of, id);
        assertThat(course.isOpen(id, "settle-exit")).isTrue();
        clock.advance(Duration.ofDays(3));
        // Four years old: 100 − 3 × 15 = 55 % of 2.35 m² at 22.00 € (51.70 €), 28.435 €, and two keys at 25 €.
        drafts.charge(id, walls.id(), "paint-wall", new BigDecimal("2.35"), null);
        drafts.charge(id, keys.id(), "key", new BigDecimal("2"), null);
        assertThatThrownBy(() -> drafts.charge(id, null, "door", BigDecimal.ONE, null))
                .isInstanceOf(UserError.class);
        var sheet = settlements.find(id).orElseThrow();
        assertThat(sheet.charges()).extracting(line -> line.shareCents()).containsExactly(2_844L, 5_000L);
        assertThat(sheet.sharesCents()).isEqualTo(7_844);
        assertThat(sheet.backCents()).isEqualTo(41_235 - 7_844);
        assertThat(sheet.of().dueOn()).isEqualTo(LocalDate.of(2027, 1, 27));
        discussion.send(id);
        assertThat(documents.latest(id, InventoryDocument.Kind.LETTER)).isPresent();
        var phone = course.phone(of, id);
        assertThat(phone.page("/suite").getContentAsString())
                .contains("333,91")
                .contains("4 ans : 100 % − 3 × 15 % = 55 %");
        phone.form("/suite/adresse", "adresse", "5 rue Neuve, 26000 Valence");
        phone.form("/suite/decompte", "reponse", "desaccord", "texte", "Les murs étaient déjà ainsi");
        assertThat(course.isOpen(id, "handle-dispute")).isTrue();
        course.complete(of, id, "handle-dispute", Map.of("outcome", List.of("REVISE")));
        people.signIn(of.manager);
        drafts.remove(id, settlements.find(id).orElseThrow().charges().get(0).id());
        discussion.send(id);
        assertThat(course.phone(of, id)
                        .form("/suite/decompte", "reponse", "accord")
                        .getStatus())
                .isEqualTo(302);
        assertThat(course.isOpen(id, "return-deposit")).isTrue();
        clock.set(Instant.parse("2027-01-28T09:00:00Z"));
        jobs.runDue();
        assertThat(course.isOpen(id, "return-deposit-late")).isTrue();
        people.signIn(of.manager);
        assertThat(settlements.find(id).orElseThrow().penaltyTodayCents()).isEqualTo(4_124);
        course.complete(of, id, "return-deposit", Map.of("paidOn", List.of("2027-01-28")));
        assertThat(course.status(id)).isEqualTo(InventoryStatus.CLOSED);
        people.signIn(of.manager);
        var paid = settlements.find(id).orElseThrow().of();
        assertThat(paid.status()).isEqualTo(ExitSettlement.Status.PAID);
        assertThat(paid.penaltyCents()).isEqualTo(4_124);
    }

    @Test
    void silenceIsNoAgreementAndAMatchingExitHasOneMonth() throws Exception {
        var entry = of.open(InventoryKind.ENTRY, 3);
        course.seal(of, entry);
        var id = of.open(InventoryKind.EXIT, 3);
        course.seal(of, id);
        clock.advance(Duration.ofDays(3));
        assertThat(settlements.find(id).orElseThrow().of().dueOn()).isEqualTo(LocalDate.of(2026, 12, 27));
        drafts.charge(id, null, "cleaning", new BigDecimal("1.5"), null);
        discussion.send(id);
        course.days(14);
        assertThat(course.isOpen(id, "return-deposit")).isFalse();
        course.days(1);
        assertThat(settlements.find(id).orElseThrow().of().status()).isEqualTo(ExitSettlement.Status.SILENT);
        assertThat(course.isOpen(id, "return-deposit")).isTrue();
        // Whoever answers late is heard as long as the deposit is not back.
        course.phone(of, id).form("/suite/decompte", "reponse", "desaccord", "texte", "C’était propre");
        assertThat(course.isOpen(id, "return-deposit")).isFalse();
        course.complete(of, id, "handle-dispute", Map.of("outcome", List.of("MAINTAIN")));
        assertThat(course.isOpen(id, "return-deposit")).isTrue();
    }
}

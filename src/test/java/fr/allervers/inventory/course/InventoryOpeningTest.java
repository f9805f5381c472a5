package fr.allervers.inventory.course;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.inventory.Tenancy;
import fr.allervers.inventory.Tenancy.House;
import fr.allervers.inventory.declaration.Inventories;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.declaration.InventoryStatus;
import fr.allervers.inventory.declaration.InventoryWatch;
import fr.allervers.inventory.declaration.ItemKind;
import fr.allervers.inventory.declaration.ItemState;
import fr.allervers.inventory.settlement.DwellingRepairs;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How an inventory begins: opened once, from where the last one left, reminded of, and a supervisor's matter near the keys. */
@ApplicationTest
class InventoryOpeningTest {

    @Autowired
    House house;

    @Autowired
    Course course;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Inventories inventories;

    @Autowired
    InventoryRows rows;

    @Autowired
    InventoryWatch watch;

    @Autowired
    People people;

    @Autowired
    DwellingRepairs repairs;

    @Autowired
    MovableClock clock;

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
        assertThat(course.messages(id, "link")).isEqualTo(1);
        course.days(2);
        assertThat(course.messages(id, "reminder/%")).isZero();
        course.days(1);
        assertThat(course.messages(id, "reminder/%")).isEqualTo(1);
        course.days(2);
        assertThat(course.messages(id, "reminder/%")).isEqualTo(2);
        assertThat(course.isOpen(id, "call-for-inventory")).isFalse();
        course.days(2);
        assertThat(course.isOpen(id, "call-for-inventory")).isTrue();
        course.days(4);
        assertThat(course.isOpen(id, "call-for-inventory-late")).isTrue();
        course.complete(of, id, "call-for-inventory-late", Map.of("outcome", List.of("WILL_DO")));
        assertThat(course.isOpen(id, "call-for-inventory")).isFalse();
        assertThat(course.status(id)).isEqualTo(InventoryStatus.OPEN);
    }

    @Test
    void whatIsSentWhileSomebodyIsToCallTakesTheCallBack() throws Exception {
        var id = of.open(InventoryKind.ENTRY, 30);
        course.days(3);
        course.days(2);
        course.days(2);
        assertThat(course.isOpen(id, "call-for-inventory")).isTrue();
        course.phone(of, id).declare(of.items(id));
        assertThat(course.isOpen(id, "call-for-inventory")).isFalse();
        assertThat(course.isOpen(id, "review-inventory")).isTrue();
    }

    @Test
    void keysThatAreNearWithoutAnInventoryAreASupervisorsMatterUnlessTheyAreMoved() {
        var id = of.open(InventoryKind.ENTRY, 3);
        var other = house.since(LocalDate.of(2026, 11, 27));
        var moved = other.open(InventoryKind.ENTRY, 3);
        inventories.moveKeys(moved, LocalDate.of(2026, 12, 10));
        course.days(1);
        assertThat(course.isOpen(id, "keys-without-inventory")).isFalse();
        course.days(1);
        assertThat(course.isOpen(id, "keys-without-inventory")).isTrue();
        assertThat(course.isOpen(moved, "keys-without-inventory")).isFalse();
        course.days(13);
        assertThat(course.isOpen(moved, "keys-without-inventory")).isTrue();
    }

    @Test
    void aLeaseCancelledEndsTheInventoryAndItsLinks() throws Exception {
        var id = of.open(InventoryKind.ENTRY, 10);
        var phone = course.phone(of, id);
        people.signIn(of.manager);
        inventories.cancel(id, "Le bail est annulé");
        assertThat(course.status(id)).isEqualTo(InventoryStatus.CANCELLED);
        assertThat(phone.page("/donnees").getStatus()).isEqualTo(404);
        course.days(40);
        assertThat(course.isOpen(id, "call-for-inventory")).isFalse();
        assertThat(course.messages(id, "reminder/%")).isZero();
    }

    @Test
    void theNextEntryBeginsWhereTheLastInventoryAndTheRepairsLeft() throws Exception {
        var entry = of.open(InventoryKind.ENTRY, 3);
        course.seal(of, entry);
        var exit = of.open(InventoryKind.EXIT, 3);
        course.seal(of, exit);
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
}

package fr.allervers.inventory.course;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.inventory.Tenancy;
import fr.allervers.inventory.Tenancy.House;
import fr.allervers.inventory.declaration.Inventories;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.declaration.InventoryStatus;
import fr.allervers.inventory.declaration.InventoryWatch;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the link to the declaration: opened once, reminded, called, and a supervisor's matter when the keys are near. */
@ApplicationTest
class InventoryRemindersTest {

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

    private Tenancy of;

    @BeforeEach
    void aTenant() {
        of = house.since(LocalDate.of(2026, 11, 27));
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
}

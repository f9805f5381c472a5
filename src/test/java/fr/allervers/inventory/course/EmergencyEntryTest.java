package fr.allervers.inventory.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.inventory.Phone;
import fr.allervers.inventory.Tenancy;
import fr.allervers.inventory.declaration.Inventories;
import fr.allervers.inventory.declaration.InventoryDiary;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.declaration.InventoryStatus;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.workflow.Tasks;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody moves in today, fleeing: the keys first, reminders within hours, the supervisor the next morning. */
@ApplicationTest
class EmergencyEntryTest {

    @Autowired
    Course course;

    @Autowired
    Inventories inventories;

    @Autowired
    InventoryRows rows;

    @Autowired
    JdbcClient jdbc;

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
    void aTenantWhoMovesInToday() {
        of = course.since(LocalDate.of(2026, 11, 24));
    }

    @AfterEach
    void afterwards() {
        course.over();
    }

    private long open() {
        return inventories.open(InventoryKind.ENTRY, of.tenant.householdId(), LocalDate.now(clock), true);
    }

    private void later(Duration by) {
        clock.advance(by);
        jobs.runDue();
    }

    private long messages(long id, String like) {
        return jdbc.sql("select count(*) from outbox_message where dedupe_key like ?")
                .param("declarative-inventory/" + id + "/" + like)
                .query(Long.class)
                .single();
    }

    private boolean isOpen(long id, String step) {
        return Boolean.TRUE.equals(transaction.execute(
                status -> tasks.open(InventoryDiary.ref(id), step).isPresent()));
    }

    @Test
    void remindersFollowWithinHoursThenACallThenTheSupervisorTheNextMorning() {
        var id = open();
        jobs.runDue();
        assertThat(messages(id, "link")).isEqualTo(1);
        assertThat(isOpen(id, "keys-without-inventory")).isFalse();
        later(Duration.ofHours(4).minusMinutes(1));
        assertThat(messages(id, "reminder/%")).isZero();
        later(Duration.ofMinutes(1));
        assertThat(messages(id, "reminder/%")).isEqualTo(1);
        later(Duration.ofHours(4));
        assertThat(messages(id, "reminder/%")).isEqualTo(2);
        assertThat(isOpen(id, "call-for-inventory")).isFalse();
        later(Duration.ofHours(4));
        assertThat(messages(id, "reminder/%")).isEqualTo(2);
        assertThat(isOpen(id, "call-for-inventory")).isTrue();
        // 22:00 by now; 9:00 the next morning is eleven hours away.
        later(Duration.ofHours(11).minusMinutes(1));
        assertThat(isOpen(id, "keys-without-inventory")).isFalse();
        later(Duration.ofMinutes(1));
        assertThat(isOpen(id, "keys-without-inventory")).isTrue();
    }

    @Test
    void whoDeclaresInTimeIsNeitherRemindedNorCalled() throws Exception {
        var id = open();
        people.signOut();
        new Phone(mvc, of.link(id)).prove().declare(of.items(id));
        later(Duration.ofHours(12));
        assertThat(messages(id, "reminder/%")).isZero();
        assertThat(isOpen(id, "call-for-inventory")).isFalse();
        assertThat(rows.require(id).status()).isEqualTo(InventoryStatus.SUBMITTED);
        assertThat(isOpen(id, "review-inventory")).isTrue();
    }

    @Test
    void theMessageSaysNothingOfWhereThePersonIs() {
        var id = open();
        assertThat(jdbc.sql("select body from outbox_message where dedupe_key like ?")
                        .param("declarative-inventory/" + id + "/%")
                        .query(String.class)
                        .list())
                .hasSize(1)
                .noneMatch(body -> body.contains("Lilas") || body.contains("26000"));
    }

    @Test
    void onlyWhoMayOpenInventoriesOpensOneAndTwiceIsOnce() {
        people.signIn(people.somebodyOf(of.tenant.agencyId(), Role.CALLER));
        assertThatThrownBy(this::open).isInstanceOf(AccessDeniedException.class);
        people.signIn(of.manager);
        assertThat(open()).isEqualTo(open());
        assertThatThrownBy(() -> inventories.open(InventoryKind.EXIT, 987_654_321L, LocalDate.now(clock), true))
                .isInstanceOf(UserError.class);
    }
}

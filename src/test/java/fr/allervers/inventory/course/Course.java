package fr.allervers.inventory.course;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.inbox.InboxActs;
import fr.allervers.inventory.Phone;
import fr.allervers.inventory.Tenancy;
import fr.allervers.inventory.Tenancy.House;
import fr.allervers.inventory.declaration.InventoryDiary;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.declaration.InventoryStatus;
import fr.allervers.inventory.review.Reviews;
import fr.allervers.inventory.signature.InventorySealing;
import fr.allervers.inventory.signature.TenantSignature;
import fr.allervers.kpi.fact.LiveFigures;
import fr.allervers.testing.Fixture;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.workflow.Tasks;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The course of an inventory as both sides walk it, with the clock moved. */
@Fixture
record Course(
        House house,
        LiveFigures figures,
        JdbcClient jdbc,
        InventoryRows rows,
        Reviews reviews,
        InventorySealing sealing,
        TenantSignature signature,
        InboxActs inbox,
        People people,
        MovableClock clock,
        Jobs jobs,
        Tasks tasks,
        TransactionTemplate transaction,
        MockMvc mvc) {

    void days(int days) {
        clock.advance(Duration.ofDays(days));
        jobs.runDue();
    }

    /** Somebody who moves in on this day; whatever becomes of it is to be in the figures. */
    Tenancy since(LocalDate day) {
        figures.mark();
        return house.since(day);
    }

    /** As it was before the test; the figures are as a recount would find them. */
    void over() {
        figures.assertAsCountedAgain();
        clock.reset();
        people.signOut();
    }

    boolean isOpen(long id, String step) {
        return task(id, step).isPresent();
    }

    private Optional<String> task(long id, String step) {
        return Objects.requireNonNull(transaction.execute(status -> tasks.open(InventoryDiary.ref(id), step)));
    }

    /** Completes the task's form as the manager. */
    void complete(Tenancy of, long id, String step, Map<String, List<String>> answers) {
        people.signIn(of.manager);
        assertThat(inbox.complete(task(id, step).orElseThrow(), answers).accepted())
                .isTrue();
    }

    InventoryStatus status(long id) {
        return rows.require(id).status();
    }

    /** How many messages of this kind were written. */
    long messages(long id, String like) {
        return jdbc.sql("select count(*) from outbox_message where dedupe_key like ?")
                .param("declarative-inventory/" + id + "/" + like)
                .query(Long.class)
                .single();
    }

    Phone phone(Tenancy of, long id) throws Exception {
        people.signOut();
        return new Phone(mvc, of.link(id)).prove();
    }

    /** Declared, accepted, confirmed by code and countersigned. */
    void seal(Tenancy of, long id) throws Exception {
        phone(of, id).declare(of.items(id));
        people.signIn(of.manager);
        reviews.accept(id);
        sign(of, id);
    }

    void sign(Tenancy of, long id) {
        var draft = signature.toConfirm(id).orElseThrow();
        assertThat(signature.confirm(id, draft.sha256(), "000000")).isFalse();
        signature.sendCode(id);
        assertThat(signature.confirm(id, draft.sha256(), codeSent(id))).isTrue();
        people.signIn(of.manager);
        sealing.countersign(id, draft.sha256());
        assertThat(status(id)).isEqualTo(InventoryStatus.SEALED);
    }

    String codeSent(long id) {
        var body = jdbc.sql("select body from outbox_message where dedupe_key like ? order by id desc limit 1")
                .param("declarative-inventory/" + id + "/code/%")
                .query(String.class)
                .single();
        var code = Pattern.compile("\\d{6}").matcher(body);
        assertThat(code.find()).isTrue();
        return code.group();
    }
}

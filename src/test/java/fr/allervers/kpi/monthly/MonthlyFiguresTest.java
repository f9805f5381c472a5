package fr.allervers.kpi.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.documents.DocumentStore;
import fr.allervers.kpi.figure.FigureGround;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The month's figures by e-mail. */
@ApplicationTest
class MonthlyFiguresTest {

    @Autowired
    MonthlyFigures monthly;

    @Autowired
    DocumentStore store;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private StaffMember claire;

    @BeforeEach
    void aSupervisor() {
        claire = people.somebodyOf(new FigureGround(jdbc).agency(), Role.SUPERVISOR);
        jdbc.sql("update staff_member set email = 'claire@example.org' where id = ?")
                .param(claire.id())
                .update();
        people.signIn(claire);
    }

    @AfterEach
    void backToTheStart() {
        clock.reset();
        people.signOut();
    }

    @Test
    void whoAsksForItReceivesEachMonthOnce() throws Exception {
        assertThat(monthly.subscribed()).isFalse();
        monthly.subscribe(true);
        monthly.subscribe(true);
        assertThat(monthly.subscribed()).isTrue();
        people.signOut();
        assertThat(monthly.write(claire.id())).isTrue();
        assertThat(monthly.write(claire.id())).isFalse();
        assertThat(subjects()).containsExactly("Tableau de bord : octobre 2026");
        var file = jdbc.sql("""
                        select a.file_id from outbox_attachment a join outbox_message m on m.id = a.message_id where m.dedupe_key = ?
                        """)
                .param("figures 2026-10 " + claire.id())
                .query(Long.class)
                .single();
        assertThat(store.require(file).name()).isEqualTo("tableau-de-bord-2026-10.pdf");
        try (var content = store.open(file)) {
            assertThat(new String(content.readNBytes(5), java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
        }
        // The first moment of December, in Paris: November is written.
        clock.set(Instant.parse("2026-11-30T22:59:00Z"));
        assertThat(monthly.write(claire.id())).isFalse();
        clock.set(Instant.parse("2026-11-30T23:00:00Z"));
        assertThat(monthly.write(claire.id())).isTrue();
        assertThat(subjects()).contains("Tableau de bord : novembre 2026");
    }

    @Test
    void whoNoLongerLeadsOrWantsItReceivesNothing() {
        monthly.subscribe(true);
        assertThat(wanted()).isOne();
        jdbc.sql("delete from staff_role where staff_id = ?").param(claire.id()).update();
        assertThat(monthly.write(claire.id())).isFalse();
        jdbc.sql("insert into staff_role values (?, 'DIRECTOR')")
                .param(claire.id())
                .update();
        monthly.subscribe(false);
        assertThat(wanted()).isZero();
        assertThat(monthly.next()).isNotEqualTo(java.util.Optional.of(claire.id()));
    }

    private long wanted() {
        return jdbc.sql("select count(*) from kpi_subscription where staff_id = ?")
                .param(claire.id())
                .query(Long.class)
                .single();
    }

    private List<String> subjects() {
        return jdbc.sql("select subject from outbox_message where case_kind = 'figures' and case_id = ? order by id")
                .param(claire.id())
                .query(String.class)
                .list();
    }
}

package fr.allervers.kpi.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.documents.DocumentStore;
import fr.allervers.kpi.fact.FigureTurns;
import fr.allervers.kpi.figure.FigureGround;
import fr.allervers.messaging.mail.ArrivedMail;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.PdfA;
import fr.allervers.testing.PdfText;
import fr.allervers.testing.People;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    @Autowired
    Timeline timeline;

    @Autowired
    FigureTurns turns;

    @Autowired
    ArrivedMail mail;

    private FigureGround ground;
    private long agency;
    private StaffMember claire;

    @BeforeEach
    void aSupervisor() {
        ground = new FigureGround(jdbc);
        agency = ground.agency();
        claire = people.somebodyOf(agency, Role.SUPERVISOR);
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
    void itArrivesWithTheMonthsFiguresOnPaper() throws Exception {
        // Three of four households were called in October; another one was listed in November.
        for (var day : List.of("2026-10-01", "2026-10-15", "2026-10-31", "2026-11-01")) {
            called(Instant.parse(day + "T10:00:00Z"), !day.equals("2026-10-15"));
        }
        called(Instant.parse("2026-10-20T10:00:00Z"), true);
        turns.fold();
        monthly.subscribe(true);
        people.signOut();
        assertThat(monthly.write(claire.id())).isTrue();

        var arrived = mail.of("figures 2026-10 " + claire.id());
        assertThat(arrived.to()).isEqualTo("claire@example.org");
        assertThat(arrived.subject()).isEqualTo("Tableau de bord : octobre 2026");
        assertThat(arrived.text()).contains("octobre 2026");
        assertThat(arrived.files()).containsOnlyKeys("tableau-de-bord-2026-10.pdf");
        var paper = arrived.files().get("tableau-de-bord-2026-10.pdf");
        assertThat(PdfText.of(paper))
                .contains("Foyers appelés", "à ce jour. 75 % 3 / 4", "Agence K", "1er oct. 2026", "31 oct. 2026")
                .contains("Dette en cours", "Votes avec quorum", "Dépôts rendus à temps");
        PdfA.assertValid(Map.of("tableau-de-bord", paper));
    }

    private void called(Instant listed, boolean called) {
        var id = ground.call(agency, ground.campaign(), listed, called ? listed : null, null, 1, null, null);
        timeline.record(new CaseRef("household-call", id), null, Timeline.Kind.NOTE, "Essai", null, false);
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

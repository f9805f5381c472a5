package fr.allervers.allocation.minutes;

import static fr.allervers.allocation.count.Mark.ranked;
import static fr.allervers.allocation.count.Mark.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.allocation.Candidacies;
import fr.allervers.allocation.Candidate;
import fr.allervers.allocation.CommitteeRoom;
import fr.allervers.allocation.CommitteeRoom.Room;
import fr.allervers.allocation.CommitteeRoom.Seat;
import fr.allervers.allocation.committee.Capacity;
import fr.allervers.allocation.count.Opinion;
import fr.allervers.allocation.session.PresidentTasks;
import fr.allervers.documents.DocumentStore;
import fr.allervers.messaging.mail.ArrivedMail;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.PdfA;
import fr.allervers.testing.PdfText;
import fr.allervers.testing.People;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What a committee has on paper: the agenda that its notices carry, and its minutes. Both are to be kept for years. */
@ApplicationTest
class SessionPapersTest {

    @Autowired
    CommitteeRoom rooms;

    @Autowired
    Candidacies candidacies;

    @Autowired
    PresidentTasks president;

    @Autowired
    SessionMinutes minutes;

    @Autowired
    DocumentStore documents;

    @Autowired
    ArrivedMail mail;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @AfterEach
    void afterwards() {
        clock.reset();
        people.signOut();
    }

    @Test
    void theAgendaReachesAllWhoAreConvenedThePrefectTooAndTheMinutesAreKept() throws Exception {
        var room = rooms.room(1);
        var prefect = rooms.seat(room.committeeId(), Capacity.PREFECT, Set.of());
        var elsewhere = rooms.seat(room.committeeId(), Capacity.MAYOR, Set.of("99999"));
        var session = rooms.live(room);
        jobs.runDue();
        var item = rooms.items(session).get(0);
        var notice = mail.of(notice(session, prefect));
        assertThat(notice.subject()).isEqualTo("Convocation : Séance du jour");
        assertThat(notice.text()).contains("/commissions/" + session);
        assertThat(notice.files()).containsOnlyKeys("ordre-du-jour-" + session + ".pdf");
        var agenda = notice.files().values().iterator().next();
        assertThat(PdfText.of(agenda))
                .contains("Ordre du jour : Séance du jour", "https://visio.example.org/caleol", "450,00 €")
                .contains("Préfet", "Association")
                .doesNotContain(
                        candidates(room).get(0).name(), candidates(room).get(0).uniqueNumber());
        // One file for all who are convened, and for nobody else.
        assertThat(carrying(session)).isEqualTo(9);
        assertThat(mail.of(notice(session, room.association())).files()).hasSize(1);
        assertThat(waiting(notice(session, elsewhere))).isZero();
        // What the notice leads to opens to the prefect, the dossier with its candidates too, and to nobody of
        // elsewhere.
        for (var path : List.of("/commissions/" + session, "/commissions/points/" + item)) {
            mvc.perform(get(path).with(People.as(prefect.person()))).andExpect(status().isOk());
            mvc.perform(get(path).with(People.as(elsewhere.person()))).andExpect(status().isForbidden());
        }
        mvc.perform(get("/commissions/points/" + item).with(People.as(prefect.person())))
                .andExpect(
                        content().string(containsString(candidates(room).get(0).uniqueNumber())));

        var paper = signed(room, session, item);
        assertThat(PdfText.of(paper))
                .contains("Procès-verbal : Séance du jour", "Quorum", "Chaîne des bulletins")
                .contains(candidates(room).get(0).uniqueNumber());
        assertThat(mail.of("committee:" + session + ":minutes:1:" + prefect.memberId())
                        .subject())
                .isEqualTo("Procès-verbal : Séance du jour");
        PdfA.assertValid(Map.of("agenda", agenda, "minutes", paper));
    }

    private byte[] signed(Room room, long session, long item) throws Exception {
        rooms.callVote(room, item);
        var of = rooms.candidates(item);
        for (var seat : room.six()) {
            rooms.cast(
                    seat,
                    item,
                    ranked(of.get(0), 1),
                    rejected(of.get(1), Opinion.NON_ALLOCATION, "RESOURCES"),
                    ranked(of.get(2), 2));
        }
        clock.advance(Duration.ofMinutes(5));
        jobs.runDue();
        people.signIn(room.president().person());
        president.signDecision(item);
        president.signMinutes(session);
        try (var content = documents.open(minutes.valid(session).orElseThrow().fileId())) {
            return content.readAllBytes();
        }
    }

    private List<Candidate> candidates(Room room) {
        return candidacies.candidates(room.dwellings().get(0));
    }

    private static String notice(long session, Seat to) {
        return "committee:" + session + ":notice:" + to.memberId();
    }

    private int waiting(String dedupeKey) {
        return jdbc.sql("select count(*) from outbox_message where dedupe_key = ?")
                .param(dedupeKey)
                .query(Integer.class)
                .single();
    }

    private int carrying(long session) {
        return jdbc.sql("""
                        select count(*) from outbox_message m join outbox_attachment a on a.message_id = m.id where m.dedupe_key like ?
                        """)
                .param("committee:" + session + ":notice:%")
                .query(Integer.class)
                .single();
    }
}

package fr.allervers.allocation.ballot;

import static fr.allervers.allocation.count.Mark.ranked;
import static fr.allervers.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.allocation.CommitteeRoom;
import fr.allervers.allocation.session.PresidentTasks;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Statements;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The pages of committees and sessions, as members and officers see them. */
@ApplicationTest
class SessionPagesTest {

    @Autowired
    BallotRows ballots;

    @Autowired
    Voting voting;

    @Autowired
    MockMvc mvc;

    @Autowired
    CommitteeRoom rooms;

    @Autowired
    PresidentTasks president;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    MovableClock clock;

    @AfterEach
    void reset() {
        clock.reset();
        people.signOut();
    }

    @Test
    void aBallotIsCastOnThePageAndNobodySeesItBeforeTheClose() throws Exception {
        var room = rooms.room(1);
        var session = rooms.live(room);
        var item = rooms.items(session).get(0);
        var page = "/commissions/points/" + item;
        var mayor = room.mayor().person();
        shows(mayor, page, "À venir");
        shows(mayor, "/commissions", "Séance du jour");
        rooms.callVote(room, item);
        var candidates = rooms.candidates(item);
        shows(mayor, page, "Déposer mon bulletin");
        mvc.perform(post(page + "/bulletin")
                        .with(as(mayor))
                        .with(csrf())
                        .param("cle", "0123456789-abc")
                        .param("avis-" + candidates.get(0), "1")
                        .param("avis-" + candidates.get(1), "NON")
                        .param("mots-" + candidates.get(1), "mot secret"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("mot secret")));
        mvc.perform(post(page + "/bulletin")
                        .with(as(mayor))
                        .with(csrf())
                        .param("cle", "0123456789-abd")
                        .param("avis-" + candidates.get(0), "1")
                        .param("avis-" + candidates.get(1), "NON")
                        .param("motif-" + candidates.get(1), "FIT")
                        .param("mots-" + candidates.get(1), "mot secret"))
                .andExpect(redirectedUrl(page));
        shows(mayor, page, "Remplacer mon bulletin");
        for (var reader : java.util.List.of(room.president().person(), room.officer())) {
            mvc.perform(get(page).with(as(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("mot secret"))))
                    .andExpect(content().string(not(containsString("1 pour"))));
        }
        mvc.perform(get(page + "/etat?vu=DEBATE-false").with(as(mayor)))
                .andExpect(content().string(containsString("L’état a changé")));
        mvc.perform(get(page + "?noms=non").with(as(mayor)))
                .andExpect(content().string(containsString("Candidat 1")))
                .andExpect(content().string(not(containsString("Lina"))));
        for (var seat : room.six()) {
            rooms.cast(seat, item, ranked(candidates.get(0), 1));
        }
        clock.advance(Duration.ofMinutes(5));
        jobs.runDue();
        shows(room.president().person(), page, "Signer la décision");
        mvc.perform(post(page + "/signer").with(as(mayor)).with(csrf())).andExpect(status().is4xxClientError());
        mvc.perform(post(page + "/signer").with(as(room.president().person())).with(csrf()))
                .andExpect(redirectedUrl(page));
        shows(mayor, page, "7 pour");
        var minutes = "/commissions/" + session + "/proces-verbal";
        shows(room.president().person(), minutes, "Signer le procès-verbal");
        mvc.perform(post(minutes + "/signer")
                        .with(as(room.president().person()))
                        .with(csrf()))
                .andExpect(redirectedUrl(minutes));
        shows(mayor, minutes, "Procès-verbal : Séance du jour");
        shows(mayor, minutes, "Recompté : tout concorde");
        shows(mayor, "/commissions/" + session, "Procès-verbal signé");
        var pdf = mvc.perform(get(minutes + "/1/pdf").with(as(mayor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
        mvc.perform(get(minutes + "/1/json").with(as(mayor)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("mot secret")));
    }

    @Test
    void aVoteWithAForgedTokenIsRefused() throws Exception {
        var room = rooms.room(1);
        var session = rooms.live(room);
        var item = rooms.items(session).get(0);
        rooms.callVote(room, item);
        var vote = "/commissions/points/" + item + "/bulletin";
        mvc.perform(post(vote)
                        .with(as(room.mayor().person()))
                        .with(csrf().useInvalidToken())
                        .param("cle", "0123456789-abc")
                        .param("avis-" + rooms.candidates(item).get(0), "1"))
                .andExpect(status().isForbidden());
        assertThat(ballots.of(item)).isEmpty();
        // The request's name is forged: told and written down.
        mvc.perform(post(vote)
                        .with(as(room.mayor().person()))
                        .with(csrf())
                        .param("cle", "../../etc")
                        .param("avis-" + rooms.candidates(item).get(0), "1"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(ballots.of(item)).isEmpty();
        assertThat(voting.refused(item)).singleElement().satisfies(one -> assertThat(one.reason())
                .isEqualTo(Refusal.MALFORMED));
    }

    @Test
    void whoIsNotOfTheSessionSeesNothingOfIt() throws Exception {
        var room = rooms.room(1);
        var session = rooms.live(room);
        var item = rooms.items(session).get(0);
        var stranger = people.somebody(Role.COMMITTEE_MEMBER);
        for (var path : java.util.List.of(
                "/commissions/" + session,
                "/commissions/" + session + "/etat",
                "/commissions/" + session + "/proces-verbal",
                "/commissions/points/" + item,
                "/commissions/points/" + item + "/etat")) {
            mvc.perform(get(path).with(as(stranger))).andExpect(status().isForbidden());
            mvc.perform(get(path).with(as(people.somebody(Role.CALLER)))).andExpect(status().isForbidden());
        }
        mvc.perform(get("/commissions").with(as(stranger)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Séance du jour"))));
    }

    @Test
    void officersPrepareACommitteeTheReglementAndASession() throws Exception {
        var room = rooms.room(1);
        shows(room.officer(), "/commissions", "Préparer une séance");
        shows(room.officer(), "/commissions/composition", "Membres désignés : 6 sur 6, dont 1 pour les locataires");
        shows(room.officer(), "/commissions/reglement", "Modèle à remplacer");
        shows(room.officer(), "/commissions/nouvelle", "Enregistrer la séance");
        var location = mvc.perform(post("/commissions/nouvelle")
                        .with(as(room.officer()))
                        .with(csrf())
                        .param("commission", "" + room.committeeId())
                        .param("nom", "Séance de décembre")
                        .param("mode", "WRITTEN")
                        .param("debut", "2026-12-01T09:00")
                        .param("finDebat", "2026-12-01T18:00")
                        .param("finVote", "2026-12-03T12:00"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        shows(room.officer(), location, "Logements qui attendent la commission");
        mvc.perform(post(location + "/points")
                        .with(as(room.officer()))
                        .with(csrf())
                        .param("logement", "" + room.dwellings().get(0)))
                .andExpect(redirectedUrl(location));
        mvc.perform(post(location + "/convoquer").with(as(room.officer())).with(csrf()))
                .andExpect(redirectedUrl(location));
        shows(room.mayor().person(), location, "Séance de décembre");
        shows(room.officer(), location, "Membres convoqués");
    }

    @Test
    void thePageOfASessionCostsTheSameHoweverLongItsAgenda() throws Exception {
        var small = rooms.live(rooms.room(1));
        var room = rooms.room(6);
        var large = rooms.live(room);
        people.signOut();
        var officer = people.somebody(Role.ALLOCATION_OFFICER);
        mvc.perform(get("/commissions/" + small).with(as(officer)));
        var before =
                Statements.during(() -> mvc.perform(get("/commissions/" + small).with(as(officer))));
        assertThat(Statements.during(
                        () -> mvc.perform(get("/commissions/" + large).with(as(officer)))))
                .isEqualTo(before);
    }

    private void shows(StaffMember reader, String path, String words) throws Exception {
        mvc.perform(get(path).with(as(reader)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(words)))
                .andExpect(content().string(not(containsString("??"))));
    }
}

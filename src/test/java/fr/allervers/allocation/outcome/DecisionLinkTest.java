package fr.allervers.allocation.outcome;

import static fr.allervers.allocation.DecisionKind.ALLOCATION;
import static fr.allervers.allocation.DecisionKind.CONDITIONAL_ALLOCATION;
import static fr.allervers.allocation.DecisionKind.NON_ALLOCATION;
import static fr.allervers.allocation.DecisionKind.RANKED_ALLOCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** A candidate with the link of their message, and somebody else with it. */
@ApplicationTest
class DecisionLinkTest {

    private static final String BIRTH = "1990-05-17";

    @Autowired
    Decided decided;

    @Autowired
    MovableClock clock;

    @Autowired
    People people;

    @Autowired
    fr.allervers.testing.Tenants tenants;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void afterwards() {
        clock.reset();
    }

    private String page(String token) {
        return "/l/" + token + "/attribution";
    }

    private String formToken(String path, Cookie... proof) throws Exception {
        var request = get(path);
        if (proof.length > 0) {
            request.cookie(proof);
        }
        var body = mvc.perform(request).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        var found = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(body);
        return found.find() ? found.group(1) : "";
    }

    private Cookie prove(String token) throws Exception {
        var answer = mvc.perform(post("/l/" + token + "/verification")
                        .param("_csrf", formToken(page(token)))
                        .param("naissance", BIRTH))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse();
        return Objects.requireNonNull(answer.getCookie("preuve"));
    }

    private String offerToken(long id) {
        return Decided.token(decided.sms(id, "allocation-offer").get(0));
    }

    @Test
    void nothingIsShownBeforeTheBirthDate() throws Exception {
        var id = decided.decide(ALLOCATION);
        mvc.perform(get(page(offerToken(id))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("date de naissance")))
                .andExpect(content().string(not(containsString("Ormes"))));
    }

    @Test
    void theCandidateAcceptsByTheLink() throws Exception {
        var id = decided.decide(ALLOCATION);
        var token = offerToken(id);
        var proof = prove(token);
        mvc.perform(get(page(token)).cookie(proof))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("4 place des Ormes")))
                .andExpect(content().string(containsString("4 déc. 2026")));
        mvc.perform(post(page(token) + "/accepter").cookie(proof).param("_csrf", formToken(page(token), proof)))
                .andExpect(redirectedUrl(page(token)));
        assertThat(decided.candidate(id, 0).state()).isEqualTo(OutcomeState.ACCEPTED);
        assertThat(decided.candidate(id, 0).answeredHow()).isEqualTo("LINK");
        mvc.perform(get(page(token)).cookie(proof))
                .andExpect(content().string(containsString("Vous avez accepté ce logement")));
    }

    @Test
    void anotherPersonsBirthDateIsRefusedAndRecordedAndEndsTheLinkAfterFive() throws Exception {
        var id = decided.decide(ALLOCATION);
        var token = offerToken(id);
        for (var attempt = 0; attempt < 5; attempt++) {
            mvc.perform(post("/l/" + token + "/verification")
                            .param("_csrf", formToken(page(token)))
                            .param("naissance", "1991-05-17"))
                    .andExpect(status().isUnprocessableEntity());
        }
        mvc.perform(get(page(token))).andExpect(status().isNotFound());
        assertThat(jdbc.sql("select count(*) from refused_answer where candidate_outcome_id = ? and reason ="
                                + " 'WRONG_PERSON'")
                        .param(decided.candidate(id, 0).id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        // The officer sends a new one.
        var officer = people.somebody(Role.ALLOCATION_OFFICER);
        mvc.perform(
                        post("/attributions/suites/" + id + "/candidats/"
                                        + decided.candidate(id, 0).id() + "/lien")
                                .with(People.as(officer))
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf()))
                .andExpect(status().is3xxRedirection());
        var sent = decided.sms(id, "allocation-offer");
        assertThat(sent).hasSize(2);
        prove(Decided.token(sent.get(1)));
    }

    @Test
    void aLateAnswerIsToldItsReason() throws Exception {
        var id = decided.decide(ALLOCATION);
        var token = offerToken(id);
        decided.on(LocalDate.of(2026, 12, 5), 9, 0);
        var proof = prove(token);
        var shown = mvc.perform(get(page(token)).cookie(proof))
                .andExpect(content().string(containsString("Le délai est passé")))
                .andExpect(content().string(not(containsString("J’accepte"))))
                .andReturn();
        assertThat(shown).isNotNull();
        // A page kept open from before.
        mvc.perform(post(page(token) + "/accepter").cookie(proof).param("_csrf", csrf(token)))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("votre réponse n’a pas pu être prise")));
        assertThat(decided.candidate(id, 0).state()).isEqualTo(OutcomeState.SILENT);
    }

    /** The value of the link's forms, from the page that asks for the birth date. */
    private String csrf(String token) throws Exception {
        return formToken(page(token));
    }

    @Test
    void aRefusalNeedsItsReasonAndTheNextGetsALinkOfTheirOwn() throws Exception {
        var id = decided.decide(RANKED_ALLOCATION, RANKED_ALLOCATION);
        var token = offerToken(id);
        var proof = prove(token);
        mvc.perform(post(page(token) + "/refuser").cookie(proof).param("_csrf", csrf(token)))
                .andExpect(status().isBadRequest());
        mvc.perform(post(page(token) + "/refuser")
                        .cookie(proof)
                        .param("_csrf", csrf(token))
                        .param("motif", "RENT")
                        .param("precision", "<b>Trop cher</b>"))
                .andExpect(redirectedUrl(page(token)));
        assertThat(decided.candidate(id, 0).state()).isEqualTo(OutcomeState.REFUSED);
        var offers = decided.sms(id, "allocation-offer");
        assertThat(offers).hasSize(2);
        assertThat(Decided.token(offers.get(1))).isNotEqualTo(token);
        // The first one's proof opens nothing of the second's, and answers nothing for them.
        var second = Decided.token(offers.get(1));
        mvc.perform(get(page(second)).cookie(proof)).andExpect(content().string(containsString("date de naissance")));
        mvc.perform(post(page(second) + "/accepter").cookie(proof).param("_csrf", csrf(second)));
        assertThat(decided.candidate(id, 1).state()).isEqualTo(OutcomeState.OFFERED);
    }

    @Test
    void aNonAllocationShowsItsReasonsAndAsksNothing() throws Exception {
        var id = decided.decide(ALLOCATION, NON_ALLOCATION);
        var token = Decided.token(decided.sms(id, "allocation-refused").get(0));
        mvc.perform(get(page(token)).cookie(prove(token)))
                .andExpect(content().string(containsString("Ressources au-dessus du plafond")))
                .andExpect(content().string(containsString("tribunal administratif")))
                .andExpect(content().string(not(containsString("J’accepte"))));
    }

    @Test
    void theDocumentOfAConditionComesByTheLinkByItsContentNotItsName() throws Exception {
        var id = decided.decide(CONDITIONAL_ALLOCATION);
        var token = Decided.token(decided.sms(id, "allocation-condition").get(0));
        var proof = prove(token);
        var wrong = new MockMultipartFile(
                "fichier", "avis.pdf", "application/pdf", "<html>".getBytes(StandardCharsets.UTF_8));
        mvc.perform(multipart(page(token) + "/piece").file(wrong).cookie(proof).param("_csrf", csrf(token)))
                .andExpect(status().is4xxClientError())
                .andExpect(content().string(containsString("Envoyez un PDF ou une photo")));
        assertThat(decided.candidate(id, 0).paper()).isEqualTo("MISSING");
        var right = new MockMultipartFile(
                "fichier", "avis.exe", "application/x-msdownload", "%PDF-1.7 avis".getBytes(StandardCharsets.UTF_8));
        mvc.perform(multipart(page(token) + "/piece").file(right).cookie(proof).param("_csrf", csrf(token)))
                .andExpect(redirectedUrl(page(token) + "?suite=piece"));
        assertThat(decided.candidate(id, 0).paper()).isEqualTo("RECEIVED");
        assertThat(decided.waits("allocation-offer", id, "check-paper")).isTrue();
        // Once more: it is no longer asked for.
        mvc.perform(multipart(page(token) + "/piece").file(right).cookie(proof).param("_csrf", csrf(token)))
                .andExpect(status().isConflict());
    }

    @Test
    void theOfficersPageShowsWhoIsWhereAndTheLetterIsAPdf() throws Exception {
        var id = decided.decide(RANKED_ALLOCATION, RANKED_ALLOCATION, NON_ALLOCATION);
        var officer = people.somebody(Role.ALLOCATION_OFFICER);
        mvc.perform(get("/attributions/suites/" + id).with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Rang 1")))
                .andExpect(content().string(containsString("logement proposé")));
        var pdf = mvc.perform(get("/attributions/suites/" + id + "/candidats/"
                                + decided.candidate(id, 2).id() + "/notification.pdf")
                        .with(People.as(officer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        mvc.perform(get("/attributions/suites/" + id).with(People.as(people.somebody(Role.CALLER))))
                .andExpect(status().isForbidden());
        mvc.perform(get("/attributions/suites/" + id)
                        .with(People.as(people.somebodyOf(tenants.agency(), Role.ALLOCATION_OFFICER))))
                .andExpect(status().isForbidden());
    }
}

package fr.allervers.messaging.mailing;

import static fr.allervers.messaging.mailing.Orders.forBuilding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.sending.OutboxSweep;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.SmsCentre;
import fr.allervers.testing.Tenants;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
class MailingPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Mailings mailings;

    @Autowired
    MailingSweep sweep;

    @Autowired
    OutboxSweep outbox;

    @Autowired
    SmsCentre centre;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Residence lilas;
    RequestPostProcessor supervisor;

    @BeforeEach
    void aBuilding() {
        lilas = new Residence(jdbc, tenants);
        var person = people.somebodyOf(lilas.agencyId(), Role.SUPERVISOR);
        supervisor = People.as(person);
        people.signIn(person);
    }

    @AfterEach
    void signOut() {
        people.signOut();
        clock.reset();
    }

    private MockHttpServletRequestBuilder form(String path) {
        return post(path)
                .with(supervisor)
                .with(csrf())
                .param("submission", UUID.randomUUID().toString())
                .param("kind", "BUILDING")
                .param("place", Long.toString(lilas.buildingId))
                .param("importance", "ESSENTIAL")
                .param("channels", "SMS", "LETTER")
                .param("sms", "Coupure d'eau le {jour}. {téléphone|Appelez-nous}")
                .param("subject", "Coupure d’eau")
                .param("letter", "Coupure d’eau le {jour}.")
                .param("details[jour]", "mardi");
    }

    private void run() {
        jobs.runDue();
        sweep.sweep();
        outbox.sweep();
        sweep.sweep();
    }

    @Test
    void aBuildingIsFoundByWordsItsMessagePreviewedSentAndReported() throws Exception {
        var code = jdbc.sql("select commune from building where id = ?")
                .param(lilas.buildingId)
                .query(String.class)
                .single();
        mvc.perform(form("/messages/nouveau/lieux").param("q", "lil " + code).header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("12 rue des Lilas, 26000 " + code)))
                .andExpect(content().string(not(containsString("<html"))));
        mvc.perform(form("/messages/nouveau/apercu").header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Coupure d&#39;eau le mardi. 01 99 00 10 10")))
                .andExpect(content().string(containsString("0,05 €")));
        var address = mvc.perform(form("/messages/nouveau").param("act", "send"))
                .andExpect(redirectedUrlPattern("/messages/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        run();
        assertThat(centre.to(lilas.first().mobile())).hasSize(1);
        mvc.perform(get(String.valueOf(address)).with(supervisor))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Envoyé")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get(address + "/bilan.csv").with(supervisor))
                .andExpect(content().string(containsString(lilas.first().mobile())))
                .andExpect(content().string(containsString("SMS")));
        mvc.perform(get("/messages").with(supervisor))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1 message, 1 parti")));
    }

    @Test
    void thePreviewSaysWhenATextIsBilledMoreThanOnce() throws Exception {
        mvc.perform(form("/messages/nouveau/apercu").header("HX-Request", "true"))
                .andExpect(content().string(not(containsString("SMS facturés"))));
        mvc.perform(form("/messages/nouveau/apercu")
                        .param("sms", "Merci. ".repeat(20))
                        .header("HX-Request", "true"))
                .andExpect(content().string(containsString(" SMS facturés</span>")));
    }

    @Test
    void whatIsWrongStandsAboveWhatWasTyped() throws Exception {
        mvc.perform(form("/messages/nouveau").param("act", "send").param("sender", "INFO"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Les opérateurs bloquent ce nom")))
                .andExpect(content().string(containsString("Coupure d&#39;eau le {jour}")));
        mvc.perform(post("/messages/nouveau/apercu")
                        .with(supervisor)
                        .with(csrf())
                        .param("kind", "NOSUCH"))
                .andExpect(status().is4xxClientError());
    }

    @Test
    void aTemplateFillsTheTextsAndAsksForItsFields() throws Exception {
        var template = jdbc.sql("select id from message_template where code = 'water-cut'")
                .query(Long.class)
                .single();
        mvc.perform(form("/messages/nouveau/modele")
                        .param("template", template.toString())
                        .header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("details[debut]")))
                .andExpect(content().string(containsString("Pensez à faire une réserve")));
        var address = mvc.perform(form("/messages/nouveau")
                        .param("template", template.toString())
                        .param("act", "send"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        mvc.perform(get(String.valueOf(address)).with(supervisor))
                .andExpect(content().string(containsString("<h1 class=\"h4 mb-2\">Coupure d’eau</h1>")));
    }

    @Test
    void everyKindOfAudienceHasItsFields() throws Exception {
        for (var kind : AudienceKind.values()) {
            mvc.perform(post("/messages/nouveau/public")
                            .with(supervisor)
                            .with(csrf())
                            .param("kind", kind.name()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void theUnreachableAreAFile() throws Exception {
        lilas.household(null, null, "fr", 1);
        mvc.perform(form("/messages/nouveau/injoignables.csv").param("_channels", "on"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Code foyer;Foyer")));
    }

    @Test
    void lettersLieInTheOrderOfBoxingByBatchAndAreNotedOnce() throws Exception {
        jdbc.sql("update phone set dead = true where e164 = ?")
                .param(lilas.first().mobile())
                .update();
        lilas.household(null, null, "fr", 3);
        lilas.household(null, null, "fr", 1);
        var order = forBuilding(lilas.buildingId).by(Channel.LETTER).order();
        var id = mailings.draft(order);
        mailings.send(id, order);
        run();
        var first = pdf("/messages/" + id + "/lettres/1.pdf");
        assertThat(first).contains("Mme Lucette Garnier", "12 rue des Lilas", "26000 Commune", "Coupure d’eau");
        assertThat(pdf("/messages/" + id + "/lettres/2.pdf"))
                .contains("M. Ali Morand")
                .doesNotContain("Lucette");
        mvc.perform(get("/messages/" + id + "/lettres/3.pdf").with(supervisor)).andExpect(status().isNotFound());
        assertThat(pdf("/messages/" + id + "/affiche/" + lilas.buildingId + ".pdf"))
                .contains("Coupure d’eau", "Les Lilas")
                .doesNotContain("Garnier");
        for (var n = 0; n < 2; n++) {
            mvc.perform(post("/messages/" + id + "/lettres/1/imprimees")
                            .with(supervisor)
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection());
        }
        assertThat(jdbc.sql(
                                "select count(*) from timeline_entry where case_kind = 'mass-message' and case_id = ? and household_id is not null")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        mvc.perform(get("/messages/" + id).with(supervisor)).andExpect(content().string(containsString("imprimé")));
    }

    private String pdf(String address) throws Exception {
        var content = mvc.perform(get(address).with(supervisor))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(content)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void aTemplateIsEditedOnceByWhoSawIt() throws Exception {
        var administrator = People.as(people.somebody(Role.ADMINISTRATOR));
        mvc.perform(get("/messages/modeles").with(administrator)).andExpect(status().isOk());
        var name = "Modèle " + lilas.buildingId;
        mvc.perform(post("/messages/modeles/nouveau")
                        .with(administrator)
                        .with(csrf())
                        .param("name", name)
                        .param("importance", "INFORMATIVE")
                        .param("texts[fr].sms", "Bonjour {nom}")
                        .param("texts[en].sms", "Hello {nom}"))
                .andExpect(status().is3xxRedirection());
        var id = jdbc.sql("select id from message_template where name = ?")
                .param(name)
                .query(Long.class)
                .single();
        mvc.perform(get("/messages/modeles/" + id).with(administrator))
                .andExpect(content().string(containsString("Hello {nom}")));
        for (var expected : new int[] {302, 409}) {
            mvc.perform(post("/messages/modeles/" + id)
                            .with(administrator)
                            .with(csrf())
                            .param("version", "0")
                            .param("name", name)
                            .param("importance", "INFORMATIVE")
                            .param("texts[fr].sms", "Bonsoir {nom}"))
                    .andExpect(status().is(expected));
        }
        mvc.perform(post("/messages/modeles/" + id)
                        .with(administrator)
                        .with(csrf())
                        .param("version", "1")
                        .param("name", name)
                        .param("importance", "INFORMATIVE")
                        .param("texts[fr].sms", "Bonsoir {nmo}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Champ inconnu : {nmo}")));
        mvc.perform(get("/messages/nouveau").with(administrator)).andExpect(status().isForbidden());
    }

    @Test
    void aHouseholdsRefusalIsNotedAndTakenBack() throws Exception {
        var household = lilas.first().householdId();
        mvc.perform(post("/messages/foyers/" + household + "/refus")
                        .with(supervisor)
                        .with(csrf())
                        .param("moyen", "SMS")
                        .param("etendue", "ALL")
                        .param("dit", "false"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/locataires/" + household).with(supervisor))
                .andExpect(content().string(containsString("Demandé par écrit")));
        mvc.perform(form("/messages/nouveau/apercu").header("HX-Request", "true"))
                .andExpect(content().string(containsString("Lettre")));
        var id = jdbc.sql("select id from message_opposition where household_id = ?")
                .param(household)
                .query(Long.class)
                .single();
        var elsewhere = People.as(people.somebodyOf(tenants.agency(), Role.SUPERVISOR));
        mvc.perform(post("/messages/foyers/" + household + "/refus/" + id + "/lever")
                        .with(elsewhere)
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post("/messages/foyers/" + household + "/refus/" + id + "/lever")
                        .with(supervisor)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/locataires/" + household).with(supervisor))
                .andExpect(content().string(containsString("Aucun refus")));
    }
}

package fr.allervers.messaging.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.MessageState;
import fr.allervers.messaging.Oppositions;
import fr.allervers.staff.Role;
import fr.allervers.testing.People;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** By which way a household is written to, and who is not. */
class OutboxRecipientsTest extends AbstractOutboxTest {

    @Test
    void aHouseholdWithAMobileGetsAnSmsInItsLanguage() {
        var tenant = tenants.tenant();
        jdbc.sql("update household set language = 'en' where id = ?")
                .param(tenant.householdId())
                .update();
        assertThat(write(tenant, "english " + tenant.mobile())).contains(Channel.SMS);
        assertThat(write(tenant, "english " + tenant.mobile())).isEmpty();
        sweep.sweep();
        assertThat(centre.to(tenant.mobile())).singleElement().satisfies(sms -> assertThat(sms.text())
                .startsWith("Hello, your landlord (Agence ")
                .endsWith("you can reach us: 01 99 00 10 10."));
    }

    @Test
    void aHouseholdWithoutLivingMobileGetsALetterThatIsPrintedOnce() throws Exception {
        var tenant = tenants.tenant();
        jdbc.sql("update phone set dead = true where occupant_id = ?")
                .param(tenant.occupantId())
                .update();
        var key = "letter " + tenant.mobile();
        assertThat(write(tenant, key)).contains(Channel.LETTER);
        sweep.sweep();
        assertThat(state(key)).isEqualTo(MessageState.QUEUED);

        var supervisor = People.as(people.somebodyOf(tenant.agencyId(), Role.SUPERVISOR));
        mvc.perform(get("/messages/sortants").with(supervisor))
                .andExpect(content().string(containsString("1 lettre à imprimer")));
        var pdf = mvc.perform(get("/messages/sortants/lettres.pdf")
                        .param("lettre", Long.toString(id(key)))
                        .with(supervisor))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Mme Lucette Garnier",
                            "12 rue des Lilas",
                            "26000 Commune",
                            "01 99 00 10 10",
                            "24 nov. 2026");
        }
        for (var expected : List.of(1, 0)) {
            mvc.perform(post("/messages/sortants/lettres/imprimees")
                            .param("lettre", Long.toString(id(key)))
                            .with(supervisor)
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection())
                    .andExpect(flash().attribute("printed", expected));
        }
        assertThat(state(key)).isEqualTo(MessageState.PRINTED);
    }

    @Test
    void whoeverRefusesNewsMeanwhileIsNotWrittenToButStillToldOfWhatIsNeeded() {
        var tenant = tenants.tenant();
        var news = "news " + tenant.mobile();
        put(tenant, news, true, null);
        put(tenant, "needed " + tenant.mobile());
        oppositions.record(Channel.SMS, tenant.mobile(), Oppositions.Scope.INFORMATIVE, Oppositions.Source.STAFF);
        sweep.sweep();
        assertThat(state(news)).isEqualTo(MessageState.CANCELLED);
        assertThat(centre.to(tenant.mobile())).singleElement().satisfies(sms -> assertThat(sms.text())
                .isEqualTo("Bonjour"));
    }

    @Test
    void anotherAgencysMessagesAreNotShown() throws Exception {
        var tenant = tenants.tenant();
        put(tenant, "rights " + tenant.mobile());
        mvc.perform(get("/messages/sortants").with(People.as(people.somebodyOf(tenants.agency(), Role.SUPERVISOR))))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(tenant.mobile()))));
        mvc.perform(get("/messages/sortants").with(People.as(people.somebodyOf(tenant.agencyId(), Role.SUPERVISOR))))
                .andExpect(content().string(containsString(tenant.mobile())));
        for (var role : Role.values()) {
            if (role != Role.SUPERVISOR && role != Role.DIRECTOR) {
                mvc.perform(get("/messages/sortants").with(People.as(people.somebodyOf(tenant.agencyId(), role))))
                        .andExpect(status().isForbidden());
            }
        }
    }
}

package fr.allervers.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.allervers.inventory.Tenancy.House;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;

/** The landlord's pages: who sees which, and that they say what they should. */
@ApplicationTest
class InventoryPagesTest {

    @Autowired
    House house;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    @AfterEach
    void afterwards() {
        people.signOut();
    }

    private Tenancy tenancy() {
        return house.since(LocalDate.of(2026, 11, 27));
    }

    private MockHttpServletResponse page(StaffMember reader, String path) throws Exception {
        return mvc.perform(get(path).with(People.as(reader))).andReturn().getResponse();
    }

    private String shown(StaffMember reader, String path) throws Exception {
        var answer = page(reader, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        var html = answer.getContentAsString();
        assertThat(html).as("untranslated words at " + path).doesNotContain("??inventory");
        return html;
    }

    @Test
    void everyPageOfAnInventoryIsShownAtEveryStage() throws Exception {
        var of = tenancy();
        var id = of.open(InventoryKind.ENTRY, 3);
        people.signOut();
        assertThat(shown(of.manager, "/etats-des-lieux")).contains("Garnier");
        assertThat(shown(of.manager, "/etats-des-lieux/" + id)).contains("Envoyer un nouveau lien");
        new Phone(mvc, of.link(id)).prove().declare(of.items(id));
        assertThat(shown(of.manager, "/etats-des-lieux/" + id))
                .contains("Accepter la déclaration")
                .contains("loading=\"lazy\"");
        assertThat(shown(of.manager, "/etats-des-lieux?vue=REVIEW")).contains("À contrôler");
        assertThat(shown(of.manager, "/locataires/" + of.tenant.householdId())).contains("Ouvrir un état des lieux");
        assertThat(mvc.perform(post("/etats-des-lieux/" + id + "/accepter")
                                .with(People.as(of.manager))
                                .with(SecurityMockMvcRequestPostProcessors.csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
        assertThat(shown(of.manager, "/etats-des-lieux/" + id)).contains("Document à confirmer");
        assertThat(shown(of.manager, "/dossiers/declarative-inventory/" + id)).contains("État des lieux");
    }

    @Test
    void settingsAndTemplatesShowWhatIsToBeConfirmed() throws Exception {
        var nadia = people.somebody(Role.ADMINISTRATOR);
        assertThat(shown(nadia, "/etats-des-lieux/reglages"))
                .contains("à confirmer")
                .contains("Peinture");
        assertThat(shown(nadia, "/etats-des-lieux/modeles?type=T2")).contains("Porte d’entrée et serrure");
    }

    @Test
    void anotherAgencyOrAnotherRoleSeesNothing() throws Exception {
        var of = tenancy();
        var id = of.open(InventoryKind.ENTRY, 3);
        people.signOut();
        var stranger = people.somebodyOf(tenants.agency(), Role.FIELD_MANAGER);
        assertThat(page(stranger, "/etats-des-lieux/" + id).getStatus()).isEqualTo(403);
        assertThat(shown(stranger, "/etats-des-lieux")).doesNotContain("/etats-des-lieux/" + id + "\"");
        assertThat(page(people.somebody(Role.CALLER), "/etats-des-lieux").getStatus())
                .isEqualTo(403);
        assertThat(page(people.somebodyOf(of.tenant.agencyId(), Role.FIELD_MANAGER), "/etats-des-lieux/reglages")
                        .getStatus())
                .isEqualTo(403);
    }
}

package fr.allervers.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import fr.allervers.arrears.appointment.Appointments;
import fr.allervers.workflow.CaseRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A tenant on a cheap phone, with nothing but the link of a message. */
@BrowserTest
class TenantLinkIT {

    private static final long HOUSEHOLD = 40;

    @Autowired
    Visitors visitors;

    @Autowired
    Appointments appointments;

    @ParameterizedTest
    @ValueSource(ints = {Visitors.PHONE, Visitors.DESK})
    void theTenantBooksMovesAndCancels(int width) {
        var of = new CaseRef("household", HOUSEHOLD + width);
        var address = appointments.offer(of, HOUSEHOLD, null);
        var visitor = visitors.anonymous(width);
        var page = visitor.open(address.substring(address.indexOf("/l/"))).page();

        assertThat(page.locator("h1")).hasText("Choisissez votre rendez-vous");
        visitor.looksGood().picture("prendre-rendez-vous");
        page.locator("button[name=creneau]").first().click();
        assertThat(page.locator("h1")).hasText("Votre rendez-vous");
        visitor.looksGood().picture("rendez-vous-pris");

        page.getByText("Changer d’heure").click();
        visitor.looksGood();
        page.locator("button[name=creneau]").last().click();
        assertThat(page.locator("h1")).hasText("Votre rendez-vous");
        page.getByText("Annuler le rendez-vous").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("annulé");
    }

    @ParameterizedTest
    @ValueSource(ints = {Visitors.PHONE, Visitors.DESK})
    void aLinkThatIsNoneSaysWhatToDo(int width) {
        var visitor = visitors.anonymous(width);
        visitor.page().navigate("/l/unknown");
        assertThat(visitor.page().locator("h1")).hasText("Ce lien ne marche plus");
    }
}

package fr.allervers.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A candidate on a phone with the link of their message, then the officer, who is at a desk or holds a tablet. */
@BrowserTest
class AllocationLinkIT {

    private static final int TABLET = 820;

    @Autowired
    Visitors visitors;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theCandidateAcceptsOnAPhoneAndTheOfficerSeesIt() {
        var offered = new Candidates(jdbc).first();
        var visitor = visitors.anonymous(Visitors.PHONE);
        var page = visitor.page();
        visitor.open(offered.link());
        assertThat(page.locator("h1")).hasText("Est-ce bien vous ?");
        visitor.looksGood();
        page.locator("#naissance").fill(offered.birthDate().toString());
        page.getByText("Continuer").click();

        assertThat(page.locator("h1")).hasText("Un logement vous est proposé");
        visitor.looksGood().picture("logement-propose");
        page.getByText("Je ne veux pas ce logement").click();
        visitor.looksGood();
        page.getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Page.GetByRoleOptions().setName("J’accepte ce logement"))
                .click();
        assertThat(page.locator("h1")).hasText("Vous avez accepté ce logement");
        visitor.looksGood();

        var officer = visitors.signedIn("julien", TABLET).open("/attributions/suites/" + offered.outcomeId());
        assertThat(officer.page().locator("main")).containsText("par le lien");
        assertThat(officer.page()
                        .getByRole(
                                AriaRole.LINK,
                                new com.microsoft.playwright.Page.GetByRoleOptions().setName("Faire signer le bail")))
                .isVisible();
        officer.looksGood().picture("suites");
    }
}

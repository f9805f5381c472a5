package fr.allervers.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Three members with tablets hold the live session of the demo, from the debate to the sealed minutes. */
@BrowserTest
class CommitteeIT {

    private static final double A_VOTE_MS = 150_000;

    @Autowired
    Visitors visitors;

    @Test
    void threeMembersVoteAtOnceAndItEndsInMinutes() {
        var president = visitors.signedIn("henriette", Visitors.TABLET);
        var mayor = visitors.signedIn("jeanne", Visitors.TABLET);
        var tenant = visitors.signedIn("odette", Visitors.TABLET);
        var all = List.of(president, mayor, tenant);
        for (var visitor : all) {
            visitor.open("/commissions");
            visitor.page().getByText("Séance en vidéo").click();
        }
        president.looksGood().picture("commission-seance");
        for (var visitor : all) {
            visitor.page().locator("#state li a").first().click();
        }
        president.page().getByLabel("Durée du débat (minutes)").fill("0");
        button(president, "Ouvrir le débat").click();
        president
                .page()
                .getByRole(AriaRole.BUTTON, named("Ouvrir le vote (1 min)"))
                .click();
        for (var visitor : List.of(mayor, tenant)) {
            // The open page tells of the vote by itself.
            visitor.page().getByText("L’état a changé").click();
        }
        for (var visitor : all) {
            var ballot = visitor.page().locator("#ballot article");
            ballot.nth(0).getByText("Rang 1", exactly()).click();
            ballot.nth(1).getByText("Rang 2", exactly()).click();
        }
        mayor.looksGood().picture("commission-vote");
        // All at once: nobody waits for another's answer.
        for (var visitor : all) {
            visitor.page()
                    .evaluate("setTimeout(() => [...document.querySelectorAll('#ballot button')].find(b =>"
                            + " b.textContent.includes('Déposer')).click(), 200)");
        }
        for (var visitor : all) {
            assertThat(visitor.page().getByText("Votre bulletin est déposé.")).isVisible();
        }
        assertThat(tenant.page().locator("#live-state")).containsText("3 bulletins déposés");
        var moved = president.page().getByText("L’état a changé");
        assertThat(moved).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(A_VOTE_MS));
        moved.click();
        button(president, "Signer la décision").click();
        assertThat(president.page().getByText("Signé par Henriette Pascal")).isVisible();
        president.looksGood().picture("commission-resultat");

        refer(tenant);
        president.open("/commissions");
        president.page().getByText("Séance en vidéo").click();
        president.page().getByText("Procès-verbal").first().click();
        button(president, "Signer le procès-verbal").click();
        assertThat(president.page().getByText("Recompté : tout concorde")).isVisible();
        president.looksGood().picture("commission-proces-verbal");
    }

    private static void refer(Visitor member) {
        member.open("/commissions");
        member.page().getByText("Séance en vidéo").click();
        member.page().locator("#state li a").nth(1).click();
        member.page().getByText("Renvoyer ce point en séance physique").click();
        member.page().locator("#renvoi").fill("Situation à discuter ensemble");
        button(member, "Renvoyer ce point").click();
        assertThat(member.page().locator("#live-state")).containsText("Renvoyé en séance physique");
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.page().getByRole(AriaRole.BUTTON, named(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}

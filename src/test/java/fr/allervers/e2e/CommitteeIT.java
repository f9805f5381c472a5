package fr.allervers.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import fr.allervers.dev.AnswerTime;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three members with tablets hold the live session of the demo, from the debate to the sealed minutes; then its candidates answer. */
@BrowserTest
class CommitteeIT {

    private static final double A_VOTE_MS = 150_000;

    private static final String SESSION = "Séance en vidéo";

    @Autowired
    Visitors visitors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    Clock clock;

    @Test
    void threeMembersVoteAtOnceAndItEndsInMinutesARefusalASilenceAndAnAcceptance() {
        voteAndSign();
        offersFollow();
    }

    private void voteAndSign() {
        var president = visitors.signedIn("henriette", Visitors.TABLET);
        var mayor = visitors.signedIn("jeanne", Visitors.TABLET);
        var tenant = visitors.signedIn("odette", Visitors.TABLET);
        var all = List.of(president, mayor, tenant);
        for (var visitor : all) {
            visitor.open("/commissions");
            visitor.page().getByText(SESSION).click();
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
            ballot.nth(2).getByText("Rang 3", exactly()).click();
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
        president.page().getByText(SESSION).click();
        president.page().getByText("Procès-verbal").first().click();
        button(president, "Signer le procès-verbal").click();
        assertThat(president.page().getByText("Recompté : tout concorde")).isVisible();
        president.looksGood().picture("commission-proces-verbal");
    }

    /** The first refuses by the link, the second says nothing, the third accepts: nobody votes again. */
    private void offersFollow() {
        var candidates = new Candidates(jdbc);
        var first = candidates.ofRank(1, SESSION);
        var refusing = recognised(first);
        refusing.looksGood().picture("commission-offre");
        refusing.page().getByText("Je ne veux pas ce logement").click();
        refusing.page().getByText("Le quartier ou la commune").click();
        button(refusing, "Je refuse ce logement").click();
        assertThat(refusing.page().locator("h1")).hasText("Vous avez refusé ce logement");
        refusing.looksGood().picture("commission-refus");

        var second = candidates.ofRank(2, SESSION);
        AnswerTime.letPass(second.id(), jdbc, runtime, management, clock);
        var accepting = recognised(candidates.ofRank(3, SESSION));
        button(accepting, "J’accepte ce logement").click();
        assertThat(accepting.page().locator("h1")).hasText("Vous avez accepté ce logement");
        accepting.looksGood().picture("commission-accord");
        var late = recognised(second);
        assertThat(late.page().locator("h1")).hasText("Le délai est passé");

        var officer = visitors.signedIn("julien", Visitors.TABLET).open("/attributions/suites/" + first.outcomeId());
        var lines = officer.page().locator("section[aria-labelledby=candidates] > .av-card");
        assertThat(lines.nth(0)).containsText("refuse");
        assertThat(lines.nth(1)).containsText("sans réponse : refus");
        assertThat(lines.nth(2)).containsText("accepte");
        for (var line = 0; line < 3; line++) {
            assertThat(lines.nth(line).locator("a[href$='notification.pdf']")).isVisible();
        }
        officer.looksGood().picture("commission-suites");
    }

    /** Somebody with a tablet who opened the link of their message and gave their birth date. */
    private Visitor recognised(Candidates.Offered offered) {
        var visitor = visitors.anonymous(Visitors.TABLET).open(offered.link());
        visitor.page().locator("#naissance").fill(offered.birthDate().toString());
        visitor.page().getByText("Continuer").click();
        return visitor;
    }

    private static void refer(Visitor member) {
        member.open("/commissions");
        member.page().getByText(SESSION).click();
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

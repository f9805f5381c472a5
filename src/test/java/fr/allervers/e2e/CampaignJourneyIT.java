package fr.allervers.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the application is for: a supervisor's campaign brings an urgent situation to an advisor in time. */
@BrowserTest
class CampaignJourneyIT {

    @Autowired
    Visitors visitors;

    @Test
    void anUrgentSituationReachesTheAdvisorFromACampaignMadeToday() {
        var claire = visitors.signedIn("claire", Visitors.DESK);
        launch(claire);

        var household = callAndFindDanger(visitors.signedIn("lucie", Visitors.PHONE));

        var ines = visitors.signedIn("ines", Visitors.DESK);
        takeCharge(ines, household);

        var report = claire.page();
        report.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bilan"))
                .first()
                .click();
        claire.looksGood().picture("bilan-jour");
        assertThat(report.locator("main")).containsText("Rouge");
    }

    private static void launch(Visitor claire) {
        var page = claire.open("/appels/nouvelle").page();
        page.locator("[name=name]").fill("Grand froid");
        page.locator("input[name=agencies]").nth(2).check();
        // The demo's campaign calls the same households for the same purpose.
        page.locator("[name=notInOtherCampaign]").uncheck();
        assertThat(page.locator("#counts tfoot")).containsText("Ensemble");
        claire.looksGood().picture("nouvelle-campagne");
        page.locator("button[name=act][value=save]").click();
        click(page, "Proposer la campagne");
        if (page.getByText("Continuer malgré tout").isVisible()) {
            page.locator("[name=overrideReason]").fill("Le CCAS prend le relais cette semaine.");
            click(page, "Continuer malgré tout");
        } else {
            click(page, "Confirmer les partenaires");
        }
        click(page, "Approuver la liste");
        page.waitForCondition(
                () -> {
                    page.reload();
                    return page.locator("#state-of-calls table").count() == 1
                            && page.locator("#state-of-calls progress[aria-label^='Lancement']")
                                            .count()
                                    == 0;
                },
                new Page.WaitForConditionOptions().setTimeout(90_000));
        claire.looksGood();
    }

    private static String callAndFindDanger(Visitor lucie) {
        var page = lucie.open("/mes-appels").looksGood().page();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Prendre un fichier Grand froid"))
                .click();
        assertThat(page.locator("main")).containsText("foyers sont à vous");
        page.locator("a[href^='/appels/foyers/']").first().click();
        page.waitForURL("**/appels/foyers/*");
        var household = page.locator("h1").innerText().replace("Foyer ", "");
        lucie.looksGood().picture("appel");
        choose(page, "_disposition", "REACHED");
        choose(page, "mood", "BAD");
        choose(page, "danger", "NO_FOOD");
        choose(page, "surrounded", "NOBODY");
        click(page, "Voir la gravité");
        assertThat(page.locator("#grade")).containsText("Rouge");
        assertThat(page.locator("#call-form")).containsText("15");
        lucie.looksGood().picture("gravite");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Enregistrer").setExact(true))
                .click();
        page.waitForURL("**/mes-appels");
        assertThat(page.locator("main")).containsText("enregistré");
        return household;
    }

    private static void takeCharge(Visitor ines, String household) {
        var page = ines.open("/a-faire").page();
        var row = page.locator("a.av-row")
                .filter(new Locator.FilterOptions().setHasText(household))
                .filter(new Locator.FilterOptions().setHasText("Grand froid"));
        assertThat(row).containsText("Prendre en charge");
        row.click();
        ines.looksGood().picture("a-faire");
        page.locator("[data-key-claim]").click();
        choose(page, "decision", "CALLED_BETTER");
        page.getByText("Terminer et suivante").click();
        assertThat(row).hasCount(0);
        assertThat(ines.complaints()).isEmpty();
    }

    private static void choose(Page page, String field, String value) {
        page.locator("input[name=" + field + "][value=" + value + "]").check();
    }

    private static void click(Page page, String words) {
        page.getByText(words, new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
    }
}

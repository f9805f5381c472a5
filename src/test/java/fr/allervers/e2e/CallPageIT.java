package fr.allervers.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A neighbour worries, a caller takes the household and finds somebody in danger. */
@BrowserTest
class CallPageIT {

    @Autowired
    Visitors visitors;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest(name = "at {0} pixels")
    @ValueSource(ints = {Visitors.PHONE, Visitors.DESK})
    void aSituationToldIsCalledAndGradedRed(int width) {
        var visitor = visitors.signedIn("paul", width);
        var page = visitor.page();
        report(visitor, household(width));

        visitor.looksGood().picture("mes-appels");
        button(page, "Donnez-moi le prochain").click();
        page.waitForURL(Pattern.compile(".*/appels/foyers/\\d+"));
        visitor.looksGood().picture("appel");

        choose(page, "Joint");
        choose(page, "Pas bien");
        choose(page, "Chute ou malaise");
        button(page, "Voir la gravité").click();
        // Nobody has said who is near: the fault is told, what was typed stays.
        assertThat(page.locator("[data-form-errors]")).isVisible();
        assertThat(page.getByLabel("Pas bien")).isChecked();
        choose(page, "Personne");
        button(page, "Voir la gravité").click();
        assertThat(page.getByText("Danger immédiat : appelez le 15 ou le 112")).isVisible();
        visitor.looksGood();
        page.locator("#grade").scrollIntoViewIfNeeded();
        visitor.picture("appel-rouge");

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Enregistrer").setExact(true))
                .click();
        page.waitForURL("**/mes-appels");
        assertThat(page.getByText("est enregistré")).isVisible();
    }

    @ParameterizedTest(name = "at {0} pixels")
    @ValueSource(ints = {Visitors.PHONE, Visitors.DESK})
    void whoseCallWasGivenBackElsewhereReadsWhatTheyHadWritten(int width) {
        var visitor = visitors.signedIn("awa", width).inEnglish();
        var page = visitor.page();
        next(visitor);
        visitor.looksGood();

        page.locator("label.av-choice:has(input[value=NO_ANSWER])").click();
        page.locator("#c-note").fill("Calls back after the market");
        giveBackInAnotherTab(page);
        button(page, "Save").last().click();
        assertThat(page.locator("main")).containsText("Nothing was changed");
        assertThat(page.locator("main")).containsText("Calls back after the market");
        // The browser tells of the refusal (409) itself.
        visitor.complaints().clear();
        visitor.looksGood();
    }

    @Test
    void whatWasTypedIsThereAgainAfterALostSession() {
        var visitor = visitors.signedIn("awa", Visitors.DESK);
        var page = visitor.page();
        next(visitor);
        var call = page.url();
        page.locator("#c-note").fill("Rappeler après le marché");
        page.context().clearCookies();
        page.locator("form[action$='/rendre']").evaluate("form => form.submit()");
        assertThat(page.locator("h1")).containsText("rien n’a été enregistré");
        visitor.complaints().clear();
        visitor.looksGood();

        page.getByText("Se reconnecter").click();
        page.locator("button[value=awa]").click();
        page.waitForURL(url -> url.startsWith(call));
        assertThat(page.locator("#c-note")).hasValue("Rappeler après le marché");
    }

    private static void next(Visitor visitor) {
        visitor.open("/mes-appels")
                .page()
                .locator("form[action='/mes-appels/suivant'] button")
                .click();
        visitor.page().waitForURL(Pattern.compile(".*/appels/foyers/\\d+"));
    }

    private static void giveBackInAnotherTab(Page page) {
        var other = page.context().newPage();
        other.onDialog(Dialog::accept);
        other.navigate(page.url());
        other.locator("form[action$='/rendre'] button").click();
        other.waitForURL("**/mes-appels");
        other.close();
    }

    private void report(Visitor visitor, long household) {
        var page = visitor.page();
        visitor.open("/alertes/nouvelle").looksGood();
        visitor.open("/alertes/nouvelle?foyer=" + household).looksGood().picture("signaler");
        choose(page, "Un voisin ou une voisine");
        page.getByLabel("Les faits").fill("Volets fermés depuis deux jours");
        page.locator("label.av-choice:has(input[value=YELLOW])").click();
        button(page, "Signaler").click();
        page.waitForURL("**/mes-appels");
    }

    /** Another household of the demo's register for each width. */
    private long household(int width) {
        return jdbc.sql("""
                        select household_id from occupant where deceased_on is null and left_on is null and not do_not_call
                         order by id limit 1 offset ?
                        """).param(width).query(Long.class).single();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void choose(Page page, String label) {
        page.locator("label.av-choice")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + label + "\\s*$")))
                .first()
                .click();
    }
}

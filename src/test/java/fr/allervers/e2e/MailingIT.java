package fr.allervers.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A supervisor with a telephone in her hand warns one building of a cut of water. */
@BrowserTest
class MailingIT {

    @Autowired
    Visitors visitors;

    @Test
    void oneBuildingIsWarnedFromAPhone() {
        var visitor = visitors.signedIn("claire", Visitors.PHONE);
        var page = visitor.page();
        visitor.open("/messages").looksGood().picture("messages");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Écrire à des locataires"))
                .click();
        page.waitForURL("**/messages/nouveau");

        page.getByLabel("Nom, rue ou commune").pressSequentially("acacias");
        page.locator("#places .av-choice").first().click();
        page.getByLabel("Modèle")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Coupure d’eau"));
        page.getByLabel("Jour").fill("mardi 24");
        page.getByLabel("Début").fill("9 h");
        page.getByLabel("Fin", new Page.GetByLabelOptions().setExact(true)).fill("12 h");
        assertThat(page.locator("#sms-count")).containsText("caractères");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Voir l’aperçu"))
                .click();
        assertThat(page.locator("#preview blockquote").first()).containsText("mardi 24");
        visitor.looksGood().picture("message-nouveau");

        // A letter outside the alphabet is told of and replaced.
        var sms = page.getByLabel("SMS", new Page.GetByLabelOptions().setExact(true))
                .first();
        sms.fill("Reçu ".repeat(20));
        assertThat(page.locator("#sms-count")).containsText("ç");
        page.locator("#sms-count")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remplacer"))
                .click();
        assertThat(sms).hasValue(Pattern.compile("Recu.*"));
        sms.fill("Coupure d'eau le {jour} de {début} à {fin}. {téléphone|}");

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Envoyer").setExact(true))
                .click();
        page.waitForURL(Pattern.compile(".*/messages/\\d+$"));
        // The page follows the sending by itself.
        assertThat(page.locator("[data-sent]"))
                .hasText(Pattern.compile("[1-9]\\d*"), new LocatorAssertions.HasTextOptions().setTimeout(60_000));
        visitor.looksGood().picture("message-bilan");
    }
}

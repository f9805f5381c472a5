package fr.allervers.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page of a kind, at a phone's and a desk's width: accessible, no wider than the screen, in French or English. */
@BrowserTest
class PagesIT {

    @Autowired
    Visitors visitors;

    @ParameterizedTest(name = "{0} opens {1}")
    @CsvSource({
        "claire, /a-faire, ''",
        "claire, /appels, appels",
        "claire, /appels/nouvelle, ''",
        "claire, /appels/1, campagne",
        "claire, /appels/1/bilan, bilan",
        "claire, /appels/1/appelants, appelants",
        "claire, /dossiers/call-campaign/1, dossier",
        "claire, /locataires, locataires",
        "ines, /locataires/1, ''",
        "claire, /partenaires, partenaires",
        "nadia, /registre, registre",
        "nadia, /equipe, equipe",
        "paul, /mes-appels, mes-appels",
        "karim, /a-faire, ''",
        "ines, /a-faire, a-faire",
        "paul, /alertes/nouvelle, ''",
    })
    void aPageLooksGoodOnAPhoneAndAtADesk(String who, String path, String picture) {
        for (var width : new int[] {Visitors.PHONE, Visitors.DESK}) {
            var visitor = visitors.signedIn(who, width).open(path).looksGood();
            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("fr");
            assertThat(visitor.page().locator("body").innerText())
                    .as("untranslated words at " + path)
                    .doesNotContain("??");
            if (!picture.isEmpty()) {
                visitor.picture(picture);
            }
        }
    }

    @ParameterizedTest(name = "{0} opens {1} in English")
    @CsvSource({
        "claire, /a-faire",
        "claire, /dossiers/call-campaign/1",
        "ines, /locataires/1",
        "paul, /mes-appels",
        "paul, /alertes/nouvelle",
    })
    void aPageLooksGoodInEnglishToo(String who, String path) {
        for (var width : new int[] {Visitors.PHONE, Visitors.DESK}) {
            isEnglish(visitors.signedIn(who, width).inEnglish().open(path).looksGood());
        }
    }

    private static void isEnglish(Visitor visitor) {
        assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(visitor.page().locator("body").innerText())
                .as("untranslated words at " + visitor.page().url())
                .doesNotContain("??")
                .contains("Sign out");
    }
}

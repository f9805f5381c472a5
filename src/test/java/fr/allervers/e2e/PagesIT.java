package fr.allervers.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page of a kind, at a phone's and a desk's width: accessible, no wider than the screen, in French or English. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {

    /** One browser for each person and language: signing in again for every page would take most of the time. */
    private final Map<String, Visitor> people = new HashMap<>();

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
        "claire, /tableau/appels, tableau-appels",
        "claire, /tableau/impayes, tableau-impayes",
        "claire, /tableau/attributions, tableau-attributions",
        "claire, /tableau/etats-des-lieux, tableau-etats-des-lieux",
        "claire, /tableau/travail, tableau-travail",
        "claire, /tableau/reglages, ''",
        "claire, /locataires, locataires",
        "ines, /locataires/1, ''",
        "claire, /partenaires, partenaires",
        "claire, /messages, ''",
        "claire, /messages/1, message",
        "claire, /messages/nouveau, ''",
        "claire, /messages/sortants, ''",
        "claire, /messages/passerelles, ''",
        "nadia, /messages/modeles, ''",
        "nadia, /messages/modeles/1, ''",
        "sophie, /comptes, ''",
        "sophie, /comptes/1, compte",
        "karim, /comptes/1, ''",
        "sophie, /comptes/imports, ''",
        "sophie, /comptes/a-identifier, a-identifier",
        "claire, /appels/1/objectifs, ''",
        "nadia, /registre, registre",
        "nadia, /equipe, equipe",
        "nadia, /journal, journal",
        "paul, /mes-appels, mes-appels",
        "karim, /a-faire, ''",
        "ines, /a-faire, a-faire",
        "sophie, /rendez-vous, rendez-vous",
        "sophie, /rendez-vous?semaine=true, ''",
        "sophie, /rendez-vous/ouvertures, ''",
        "sophie, /rendez-vous/nouveau?foyer=1, ''",
        "karim, /fiches, ''",
        "karim, /fiches/1, fiche",
        "karim, /fiches/vacants, ''",
        "paul, /alertes/nouvelle, ''",
        "sophie, /impayes, impayes",
        "sophie, /impayes/ecrire?envoi=LETTER, ecrire-a-plusieurs",
        "sophie, /impayes/1, impaye",
        "karim, /impayes/1, ''",
        "sophie, /dossiers/unpaid-rent-prevention/1, dossier-impaye",
        "sophie, /impayes/echeances, echeances",
        "sophie, /impayes/1/plan, plan",
        "sophie, /impayes/1/echeances, ''",
        "sophie, /impayes/1/aides, aides",
        "ines, /impayes/1/evaluation, evaluation",
        "sophie, /impayes/1/evaluation, ''",
        "karim, /fiches?q=du, fiches",
        "claire, /impayes/reglages, ''",
        "nadia, /impayes/reglages, impayes-reglages",
        "henriette, /commissions, commissions",
        "samir, /commissions/2, commission-ecrite",
        "samir, /commissions/points/3, commission-point",
        "julien, /commissions/composition, commission-composition",
        "julien, /commissions/reglement, commission-reglement",
        "julien, /commissions/nouvelle, ''",
        "julien, /attributions, attributions",
        "julien, /attributions/logements/1, ''",
        "julien, /attributions/logements/nouveau, ''",
        "julien, /attributions/demandes, ''",
        "julien, /attributions/demandes/1, demande",
        "julien, /attributions/demandes/nouvelle, ''",
        "julien, /attributions/imports, ''",
        "julien, /attributions/suites/2, suites",
        "julien, /attributions/urgences, ''",
        "julien, /attributions/occupations, ''",
        "julien, /attributions/registre-national, ''",
        "julien, /attributions/bilan, ''",
        "julien, /attributions/reglages, ''",
        "claire, /etats-des-lieux, etats-des-lieux",
        "nadia, /etats-des-lieux/modeles, ''",
        "nadia, /etats-des-lieux/reglages, ''",
        "nadia, /donnees-personnelles, donnees-personnelles",
        "nadia, /donnees-personnelles/purges, purges",
        "nadia, /donnees-personnelles/personnes?q=du, ''",
        "nadia, /donnees-personnelles/personnes/tenant/1, donnees-personne",
        "nadia, /donnees-personnelles/registre, registre-traitements",
        "nadia, /donnees-personnelles/chiffrement, ''",
        "nadia, /exploitation, exploitation",
    })
    void aPageLooksGoodOnAPhoneAndAtADesk(String who, String path, String picture) {
        var person = people.computeIfAbsent(who, name -> visitors.signedIn(name, Visitors.PHONE));
        for (var width : new int[] {Visitors.PHONE, Visitors.DESK}) {
            var visitor = person.at(width).open(path).looksGood();
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
        "sophie, /impayes",
        "sophie, /impayes/1",
        "nadia, /impayes/reglages",
    })
    void aPageLooksGoodInEnglishToo(String who, String path) {
        var person = people.computeIfAbsent(
                who + " en", name -> visitors.signedIn(who, Visitors.PHONE).inEnglish());
        for (var width : new int[] {Visitors.PHONE, Visitors.DESK}) {
            isEnglish(person.at(width).open(path).looksGood());
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

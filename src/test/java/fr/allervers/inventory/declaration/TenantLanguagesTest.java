package fr.allervers.inventory.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.inventory.Phone;
import fr.allervers.inventory.Tenancy.House;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Every page behind a tenant's link is in the tenant's language, from the question who they are on. */
@ApplicationTest
class TenantLanguagesTest {

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MessageSource messages;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    @AfterEach
    void afterwards() {
        people.signOut();
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Est-ce bien vous, Il attend vos réponses",
        "en, Is it you?, It waits for your answers",
        "pt, É mesmo você?, Espera as suas respostas",
        "ar, هل هذا أنتم؟, ينتظر أجوبتكم",
    })
    void theGateAndWhatComesBehindItSpeakTheTenantsLanguage(String language, String who, String waits)
            throws Exception {
        var of = house.since(LocalDate.of(2026, 11, 27));
        var id = of.open(InventoryKind.ENTRY, 10);
        jdbc.sql("update inventory set language = ? where id = ?")
                .params(language, id)
                .update();
        people.signOut();
        var phone = new Phone(mvc, of.link(id));
        var asked = phone.page("").getContentAsString();
        assertThat(asked).contains(who).contains("lang=\"" + language + "\"");
        assertThat(asked.contains("dir=\"rtl\"")).isEqualTo(language.equals("ar"));
        assertThat(phone.prove().page("/suite").getContentAsString())
                .contains(waits)
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt", "ar"})
    void allThatATenantReadsIsTranslated(String language) {
        var translated = ResourceBundle.getBundle("messages", Locale.forLanguageTag(language));
        var french = ResourceBundle.getBundle("messages", Locale.FRENCH);
        assertThat(Collections.list(french.getKeys()))
                .filteredOn(key -> key.startsWith("inventory.follow.") || key.startsWith("links."))
                .isNotEmpty()
                .isSubsetOf(translated.keySet());
    }

    @Test
    void whatIsNotTranslatedIsSaidInFrenchAndNotInEnglish() {
        assertThat(messages.getMessage("inventory.board.empty", null, Locale.forLanguageTag("pt")))
                .isEqualTo("Rien ici pour le moment.");
        assertThat(messages.getMessage("no.such.key", null, "none", Locale.ENGLISH))
                .isEqualTo("none");
    }
}

package fr.allervers.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"Habitat", "HABITAT26", "abc", "Elevenchars", "26Habitat"})
    void networksTakeTheName(String name) {
        assertThat(SenderName.problem(name)).isEmpty();
    }

    @ParameterizedTest(name = "« {0} »: {1}")
    @CsvSource({
        "ab, shape",
        "TwelveLetter, shape",
        "Mon bail, shape",
        "Élan, shape",
        "Loc-26, shape",
        "26000, digits",
        "36111, digits",
        "Info, generic",
        "INFOSMS, generic",
        "colis, generic"
    })
    void networksRefuseTheName(String name, String why) {
        assertThat(SenderName.problem(name)).contains("mailing.error.sender." + why);
    }
}

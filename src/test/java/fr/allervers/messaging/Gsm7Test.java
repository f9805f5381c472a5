package fr.allervers.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Gsm7Test {

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fenêtre, garçon, île, hôpital, sûr | fenetre, garcon, ile, hopital, sur",
                "à é è ù Ç É € | à é è ù Ç É €",
                "« l’œuvre »… – n° 1 | \" l'oeuvre \"... - no 1",
                "À bientôt, Ève | A bientot, Eve",
                "مرحبا | ?????",
                "ok 🙂 | ok ?"
            })
    void lettersOutsideTheAlphabetAreWrittenTheNearestWay(String text, String fitted) {
        assertThat(Gsm7.fit(text)).isEqualTo(fitted);
        assertThat(Gsm7.isWithin(Gsm7.fit(text))).isTrue();
    }

    @Test
    void anAccentWrittenApartIsTheSameLetter() {
        assertThat(Gsm7.fit("e\u0301te\u0302")).isEqualTo("éte");
    }

    @ParameterizedTest(name = "{0} letters take {1} messages")
    @CsvSource({"1, 1", "159, 1", "160, 1", "161, 2", "306, 2", "307, 3"})
    void aTextIsCountedInSeptets(int letters, int parts) {
        assertThat(SmsText.of("a".repeat(letters)).parts()).hasSize(parts);
    }

    @Test
    void theEuroTakesTwoPlaces() {
        assertThat(SmsText.of("€".repeat(80)).parts()).hasSize(1);
        assertThat(SmsText.of("€".repeat(81)).parts()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_fr.properties", "messages_en.properties"})
    void everySmsWeWriteKeepsToTheAlphabetAndToOneMessage(String file) throws Exception {
        var texts = new Properties();
        try (var content = getClass().getResourceAsStream("/" + file)) {
            texts.load(new java.io.InputStreamReader(content, StandardCharsets.UTF_8));
        }
        var sms = texts.stringPropertyNames().stream()
                .filter(key -> key.matches("message\\..*\\.sms(\\..*)?"))
                .toList();
        assertThat(sms).isNotEmpty();
        for (var key : sms) {
            var text = texts.getProperty(key)
                    .replace("{agency}", "Agence de Bourg-lès-Valence Centre")
                    .replace("{phone}", "01 99 00 10 10");
            assertThat(text).as(key).isEqualTo(Gsm7.fit(text));
            assertThat(SmsText.of(text).parts()).as(key).hasSize(1);
        }
    }
}

package fr.allervers.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}

package fr.allervers.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.messaging.SmsText.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsTextTest {

    @ParameterizedTest(name = "{0} times {1} is {2} in {3} parts")
    @CsvSource({
        "160, a, GSM7, 1",
        "161, a, GSM7, 2",
        "306, a, GSM7, 2",
        "307, a, GSM7, 3",
        "70, ê, UCS2, 1",
        "71, ê, UCS2, 2",
        "134, ê, UCS2, 2",
        "135, ê, UCS2, 3",
        "80, €, GSM7, 1",
        "81, €, GSM7, 2",
        "35, 🙂, UCS2, 1",
        "36, 🙂, UCS2, 2"
    })
    void aTextIsCutWhereTheNetworkCutsIt(int times, String letter, Encoding encoding, int parts) {
        var text = letter.repeat(times);
        var sms = SmsText.of(text);
        assertThat(sms.encoding()).isEqualTo(encoding);
        assertThat(sms.parts()).hasSize(parts);
        assertThat(String.join("", sms.parts())).isEqualTo(text);
    }

    @Test
    void anEscapedLetterIsNeverCut() {
        var sms = SmsText.of("a".repeat(152) + "€" + "a".repeat(100));
        assertThat(sms.parts().get(0)).isEqualTo("a".repeat(152));
        assertThat(sms.parts().get(1)).startsWith("€");
        assertThat(sms.units()).isEqualTo(254);
    }

    @Test
    void anEmojiIsNeverCut() {
        var sms = SmsText.of("ê".repeat(66) + "🙂".repeat(10));
        assertThat(sms.parts().get(0)).isEqualTo("ê".repeat(66));
        assertThat(sms.parts().get(1)).isEqualTo("🙂".repeat(10));
    }

    @Test
    void anEmptyTextIsOneEmptyPart() {
        assertThat(SmsText.of("").parts()).containsExactly("");
    }

    @Test
    void moreThan255PartsAreRefused() {
        assertThat(SmsText.of("a".repeat(255 * 153)).parts()).hasSize(255);
        assertThatThrownBy(() -> SmsText.of("a".repeat(255 * 153 + 1))).isInstanceOf(IllegalArgumentException.class);
    }
}

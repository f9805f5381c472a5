package fr.allervers.messaging.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTextTest {

    @Test
    void placesAreFilledWhateverTheirAccentsAndCase() {
        var text = TemplateText.of("{Civilité} {NOM} : {telephone}");
        assertThat(text.fill(Map.of("civilite", "Mme", "nom", "Garnier", "telephone", "01 99 00 10 10")))
                .isEqualTo("Mme Garnier : 01 99 00 10 10");
    }

    @Test
    void otherWordsStandInForAMissingValue() {
        var text = TemplateText.of("Appelez : {téléphone|votre agence}.");
        assertThat(text.fill(Map.of())).isEqualTo("Appelez : votre agence.");
        assertThat(text.fill(Map.of("telephone", " "))).isEqualTo("Appelez : votre agence.");
        assertThat(text.needed()).isEmpty();
        assertThat(text.fields()).containsExactly(MessageField.PHONE);
    }

    @Test
    void theGapOfAMissingValueCloses() {
        assertThat(TemplateText.of("Bonjour {civilité} {nom}, merci.").fill(Map.of()))
                .isEqualTo("Bonjour, merci.");
    }

    @Test
    void aValueIsNotReadForPlaces() {
        assertThat(TemplateText.of("{motif}").fill(Map.of("motif", "{nom} $1 \\")))
                .isEqualTo("{nom} $1 \\");
    }

    @Test
    void anUnknownFieldIsSaidWithThoseThatThereAre() {
        var texts = new MessageTexts("Bonjour {prenon}, {code}", "", "", "");
        assertThatThrownBy(() -> texts.check(Set.of("code")))
                .isInstanceOf(UnusableText.class)
                .satisfies(error -> assertThat(((UnusableText) error).args())
                        .contains("{prenon}")
                        .anySatisfy(known -> assertThat(known.toString()).contains("{prénom}", "{code}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bonjour {nom", "Bonjour nom}", "{{nom}}", "{nom {prénom}"})
    void aLooseBraceIsRefused(String text) {
        assertThatThrownBy(() -> new MessageTexts(text, "", "", "").check(Set.of()))
                .isInstanceOf(UnusableText.class);
    }

    @Test
    void anEmptyPlaceIsUnknown() {
        assertThatThrownBy(() -> new MessageTexts("{}", "", "", "").check(Set.of()))
                .isInstanceOf(UnusableText.class);
    }

    @Test
    void aTextEndsAtItsLength() {
        new MessageTexts("a".repeat(MessageTexts.SMS), "", "", "").check(Set.of());
        assertThatThrownBy(() -> new MessageTexts("a".repeat(MessageTexts.SMS + 1), "", "", "").check(Set.of()))
                .isInstanceOf(UnusableText.class);
    }
}

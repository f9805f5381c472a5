package fr.allervers.links;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkTextTest {

    @Test
    void nobodyWhoReadsTheTextLaterCanOpenItsLinks() {
        var first = Tokens.fresh();
        var second = Tokens.fresh();
        var text = "Répondre : https://allervers.example.org/l/" + first
                + "/offre. Rendez-vous : https://allervers.example.org/l/" + second + "/rendez-vous";
        assertThat(LinkText.masked(text))
                .isEqualTo(
                        "Répondre : https://allervers.example.org/l/…/offre. Rendez-vous : https://allervers.example.org/l/…/rendez-vous")
                .doesNotContain(first, second);
    }

    @Test
    void aTextWithoutLinksStays() {
        assertThat(LinkText.masked("Coupure d’eau mardi, voir /l/ailleurs"))
                .isEqualTo("Coupure d’eau mardi, voir /l/ailleurs");
    }
}

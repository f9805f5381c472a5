package fr.allervers.shared.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueSealingTest {

    private static final String OLD = "2025:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW =
            "2026:" + Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());
    private static final String OPINION = "social_assessment.opinion";

    private final ValueSealing sealing = new ValueSealing(NEW);

    @Test
    void whatIsSealedTellsNothingAndOpens() {
        var sealed = sealing.seal(OPINION, "Diabète, accompagnée par l’UDAF");
        assertThat(sealed)
                .startsWith("~2026:")
                .doesNotContain("Diab")
                .isNotEqualTo(sealing.seal(OPINION, "Diabète, accompagnée par l’UDAF"));
        assertThat(sealing.open(OPINION, sealed)).isEqualTo("Diabète, accompagnée par l’UDAF");
        assertThat(sealing.seal(OPINION, null)).isNull();
        assertThat(sealing.open(OPINION, sealing.seal(OPINION, ""))).isEmpty();
    }

    @Test
    void aValueMovedToAnotherPlaceOrChangedDoesNotOpen() {
        var sealed = sealing.seal(OPINION, "Avis");
        assertThatThrownBy(() -> sealing.open("aid_request.note", sealed)).isInstanceOf(IllegalStateException.class);
        var changed = sealed.substring(0, sealed.length() - 2) + (sealed.endsWith("AA") ? "BB" : "AA");
        assertThatThrownBy(() -> sealing.open(OPINION, changed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFlagIsTheSameForItsRowOnlySoThatRowsCannotBeComparedWithEachOther() {
        assertThat(sealing.sealFlag("occupant.disability/O1", true))
                .isEqualTo(sealing.sealFlag("occupant.disability/O1", true))
                .isNotEqualTo(sealing.sealFlag("occupant.disability/O1", false))
                .isNotEqualTo(sealing.sealFlag("occupant.disability/O2", true))
                .hasSameSizeAs(sealing.sealFlag("occupant.disability/O1", false))
                .hasSizeLessThanOrEqualTo(100);
        assertThat(sealing.openFlag("occupant.disability/O1", sealing.sealFlag("occupant.disability/O1", true)))
                .isTrue();
        assertThat(sealing.openFlag("occupant.disability/O1", sealing.sealFlag("occupant.disability/O1", false)))
                .isFalse();
        assertThat(sealing.openFlag("occupant.disability/O1", null)).isFalse();
    }

    @Test
    void afterARotationTheOldKeyOpensAndTheNewOneSeals() {
        var before = new ValueSealing(OLD).seal(OPINION, "Avis");
        var both = new ValueSealing(NEW + ", " + OLD);
        assertThat(both.open(OPINION, before)).isEqualTo("Avis");
        assertThat(both.seal(OPINION, "Avis")).startsWith("~2026:");
        assertThatThrownBy(() -> sealing.open(OPINION, before))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2025");
    }

    @Test
    void whatStandsThereFromBeforeSealingIsReadAsItIs() {
        assertThat(sealing.open(OPINION, "Avis d’avant")).isEqualTo("Avis d’avant");
        assertThat(sealing.open(OPINION, "~environ: trois")).isEqualTo("~environ: trois");
        assertThat(sealing.openFlag("occupant.disability/O1", "1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "2026", "2026:", "2026:AAAA", "2026:pas du base64", ":AAAA", "Année:AAAA"})
    void nothingStartsWithoutAKey(String keys) {
        assertThatThrownBy(() -> new ValueSealing(keys))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ALLERVERS_DATA_KEYS")
                .hasMessageNotContaining("pas du base64");
    }

    @Test
    void aNameIsGivenOnce() {
        assertThatThrownBy(() -> new ValueSealing(OLD + "," + OLD)).isInstanceOf(IllegalStateException.class);
    }
}

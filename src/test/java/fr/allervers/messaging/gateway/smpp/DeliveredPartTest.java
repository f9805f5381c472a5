package fr.allervers.messaging.gateway.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.messaging.gateway.Incoming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveredPartTest {

    private static Incoming.Part in(int... octets) {
        var header = new byte[octets.length];
        for (var at = 0; at < octets.length; at++) {
            header[at] = (byte) octets[at];
        }
        return DeliveredPart.inHeader(header);
    }

    @Test
    void theShortAndTheLongReferenceAreRead() {
        assertThat(in(5, 0, 3, 0xFE, 3, 2)).isEqualTo(new Incoming.Part(0xFE, 2, 3));
        assertThat(in(6, 8, 4, 0x12, 0x34, 4, 4)).isEqualTo(new Incoming.Part(0x1234, 4, 4));
    }

    @Test
    void elementsOfAnotherKindAreSteppedOver() {
        assertThat(in(11, 5, 4, 1, 2, 3, 4, 0, 3, 9, 2, 1)).isEqualTo(new Incoming.Part(9, 1, 2));
    }

    @Test
    void aHeaderThatMakesNoSenseIsNone() {
        assertThat(in(5, 0, 3, 1, 1, 1)).as("one part of one").isNull();
        assertThat(in(5, 0, 3, 1, 2, 3)).as("third of two").isNull();
        assertThat(in(5, 0, 3, 1, 2, 0)).as("part nought").isNull();
        assertThat(in(5, 0, 9, 1, 2, 1)).as("longer than the header").isNull();
        assertThat(in(0)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aHeaderCutShortIsNone(int length) {
        assertThat(DeliveredPart.inHeader(java.util.Arrays.copyOf(new byte[] {5, 0, 3, 1, 2, 1}, length)))
                .isNull();
    }
}

package fr.allervers.messaging.gateway.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.messaging.gateway.Receipt.State;
import fr.allervers.messaging.gateway.SmsSettings.Ids;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptReaderTest {

    private final ReceiptReader reader = new ReceiptReader(new MessageIds(Ids.SAME), Set.of("001"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "id:A1 sub:001 dlvrd:001 submit date:2611220900 done date:2611220901 stat:DELIVRD err:000 text:Bonjour | DELIVERED |",
                "ID: A1 Stat: delivered                        | DELIVERED |",
                "stat:UNDELIV id:A1 err:027                    | FAILED    | 027",
                "id:A1 stat:EXPIRED err:000 Text:              | FAILED    | EXPIRED",
                "id:A1 stat:REJECTD                            | FAILED    | REJECTD",
                "id:A1 stat:DELETED err:0                      | FAILED    | DELETED",
                "id:A1 stat:ENROUTE                            | PENDING   |",
                "id:A1 stat:ACCEPTD                            | PENDING   |",
                "id:A1 stat:UNKNOWN                            | PENDING   |",
                "id:A1                                         | PENDING   |"
            })
    void receiptsAreReadHoweverTheCentreWritesThem(String text, State state, String error) {
        var receipt = reader.read(text, null, null, "+33639980012", null).orElseThrow();
        assertThat(receipt.centreId()).isEqualTo("a1");
        assertThat(receipt.state()).isEqualTo(state);
        assertThat(receipt.error()).isEqualTo(error);
        assertThat(receipt.deadNumber()).isFalse();
    }

    @Test
    void theOptionalParametersWinOverTheText() {
        var receipt = reader.read("id:other stat:ENROUTE", "00A1", 2, null, 7).orElseThrow();
        assertThat(receipt.centreId()).isEqualTo("a1");
        assertThat(receipt.state()).isEqualTo(State.DELIVERED);
        assertThat(receipt.reference()).isEqualTo(7);
    }

    @Test
    void theCodeOfAnUnknownSubscriberMeansADeadNumberOnlyWithAFailure() {
        assertThat(reader.read("id:1 stat:UNDELIV err:001", null, null, null, null)
                        .orElseThrow()
                        .deadNumber())
                .isTrue();
        assertThat(reader.read("id:1 stat:DELIVRD err:001", null, null, null, null)
                        .orElseThrow()
                        .deadNumber())
                .isFalse();
    }

    @Test
    void withoutAnIdThereIsNoReceipt() {
        assertThat(reader.read("stat:DELIVRD", null, null, null, null)).isEmpty();
    }

    @Test
    void aReplyIsNotTakenForAReceipt() {
        assertThat(ReceiptReader.looksLikeOne("Merci, je serai là")).isFalse();
        assertThat(ReceiptReader.looksLikeOne("mon id: 12")).isFalse();
        assertThat(ReceiptReader.looksLikeOne("id:12 stat:DELIVRD")).isTrue();
    }

    @ParameterizedTest(name = "{0}: answer {1} and receipt {2}")
    @CsvSource({
        "SAME, 0A1B, a1b",
        "SAME, 000, 0",
        "ANSWER_HEX_RECEIPT_DECIMAL, 00FF, 255",
        "ANSWER_DECIMAL_RECEIPT_HEX, 0255, FF",
        "ANSWER_HEX_RECEIPT_DECIMAL, no-number, no-number"
    })
    void oneMessageHasOneIdHoweverItIsWritten(Ids ids, String answer, String receipt) {
        var read = new MessageIds(ids);
        assertThat(read.ofAnswer(answer)).isEqualTo(read.ofReceipt(receipt));
    }
}

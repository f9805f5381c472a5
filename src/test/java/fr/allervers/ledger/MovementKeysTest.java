package fr.allervers.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.ledger.files.CamtFile;
import fr.allervers.ledger.files.CamtText;
import fr.allervers.ledger.files.Movement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which movement is which, whatever the file. */
class MovementKeysTest {

    private static List<Keyed> keys(CamtText text) throws IOException {
        var keys = new MovementKeys();
        try (var file = new CamtFile(() -> new ByteArrayInputStream(text.bytes()))) {
            var all = new ArrayList<Keyed>();
            for (var item = file.next(); item != null; item = file.next()) {
                all.add(keys.of((Movement) item));
            }
            return all;
        }
    }

    private static List<String> texts(CamtText text) throws IOException {
        return keys(text).stream().map(Keyed::text).toList();
    }

    @Test
    void theSameReferenceIsTheSameEntryInAStatementAndInANotice() throws IOException {
        var told = CamtText.notice("N").credit("B1", 100, "E", "P", "FR1", "mots");
        assertThat(texts(CamtText.statement("S").bare("B1", 100))).isEqualTo(texts(told));
    }

    @Test
    void anotherYearAnotherAmountOrAnotherAccountIsAnotherEntry() throws IOException {
        assertThat(List.of(
                        texts(CamtText.statement("S").bare("B1", 100)),
                        texts(CamtText.statement("S").bare("B1", 101)),
                        texts(CamtText.statement("S").on("2027-11-05").bare("B1", 100)),
                        texts(CamtText.statement("S")
                                .ofAccount("FR7699999000010000000000239")
                                .bare("B1", 100))))
                .doesNotHaveDuplicates();
    }

    @Test
    void identicalPaymentsOfOneDayAreTwoAndTheSameTwoInEveryFile() throws IOException {
        var two =
                texts(CamtText.statement("S").credit("", 100, "", "P", "", "w").credit("", 100, "", "P", "", "w"));
        assertThat(two).doesNotHaveDuplicates();
        assertThat(texts(CamtText.statement("T")
                        .credit("", 100, "", "P", "", "w")
                        .credit("", 100, "", "P", "", "w")))
                .isEqualTo(two);
    }

    @Test
    void theSumOfABatchHasTheKeyOfTheBatch() throws IOException {
        var told = keys(CamtText.notice("N")
                .batch(
                        "B1",
                        300,
                        CamtText.payment(100, "E", "P", "", "", ""),
                        CamtText.payment(200, "E", "P", "", "", "")));
        var sum = keys(CamtText.statement("S").batchSum("B1", 300, 2)).get(0);
        assertThat(told).allSatisfy(one -> assertThat(one.entryText()).isEqualTo(sum.text()));
        assertThat(told.get(0).text()).isNotEqualTo(told.get(1).text());
    }
}

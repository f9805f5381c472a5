package fr.allervers.inventory.course;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.inventory.Phone;
import fr.allervers.inventory.Tenancy.House;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.settlement.SettlementDiscussion;
import fr.allervers.inventory.settlement.SettlementDraft;
import fr.allervers.inventory.signature.InventoryDocuments;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.PdfA;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The papers of a tenancy, from the first draft to the settlement's letter. */
@ApplicationTest
class InventoryPapersTest {

    @Autowired
    House house;

    @Autowired
    Course course;

    @Autowired
    InventoryDocuments documents;

    @Autowired
    SettlementDraft drafts;

    @Autowired
    SettlementDiscussion discussion;

    @Autowired
    MovableClock clock;

    @AfterEach
    void over() {
        course.over();
    }

    @Test
    void everyPaperOfATenancyIsValidForTheArchive() throws Exception {
        var of = house.since(LocalDate.of(2026, 11, 27));
        var entry = of.open(InventoryKind.ENTRY, 3);
        course.seal(of, entry);
        course.phone(of, entry)
                .form("/suite/ajout", "cle", Phone.key(), "sujet", "DAYS", "texte", "Fenêtre « çà & là » – œil, 5 €");
        course.complete(of, entry, "answer-addition", Map.of("outcome", List.of("ACCEPTED")));
        var exit = of.open(InventoryKind.EXIT, 3);
        course.seal(of, exit);
        clock.advance(Duration.ofDays(3));
        drafts.charge(exit, null, "cleaning", new BigDecimal("1.5"), null);
        discussion.send(exit);
        var papers = new HashMap<String, byte[]>();
        for (var id : List.of(entry, exit)) {
            for (var paper : documents.of(id)) {
                try (var content = documents.open(documents.file(id, paper.id()))) {
                    papers.put(paper.kind() + "-" + paper.id(), content.readAllBytes());
                }
            }
        }
        // Both drafts, both sealed, the annex and the letter.
        assertThat(papers).hasSize(6);
        PdfA.assertValid(papers);
    }
}

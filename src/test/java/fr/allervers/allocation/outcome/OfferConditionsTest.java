package fr.allervers.allocation.outcome;

import static fr.allervers.allocation.DecisionKind.CONDITIONAL_ALLOCATION;
import static fr.allervers.allocation.DecisionKind.RANKED_ALLOCATION;
import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.allocation.candidacy.PaperKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An allocation under the condition of a document. */
class OfferConditionsTest extends AbstractOffersTest {

    @Test
    void aConditionWaitsForItsDocumentUntilItsDateAndThenTheDwellingIsOffered() {
        var id = decided.decide(CONDITIONAL_ALLOCATION, RANKED_ALLOCATION);
        assertThat(state(id, 0)).isEqualTo(OutcomeState.WAITING);
        assertThat(decided.sms(id, "allocation-condition"))
                .hasSize(1)
                .first()
                .asString()
                .contains("Avis d'imposition");
        decided.on(PAPER_DAY, 23, 59);
        var application = decided.candidate(id, 0).applicationId();
        papers.received(application, PaperKind.IDENTITY);
        assertThat(decided.waits("allocation-offer", id, "check-paper"))
                .as("another document")
                .isFalse();
        papers.received(application, PaperKind.TAX_NOTICE);
        assertThat(decided.waits("allocation-offer", id, "check-paper")).isTrue();
        // In time is what came in time, whenever it is looked at.
        decided.on(PAPER_DAY.plusDays(2), 9, 0);
        decided.task("allocation-offer", id, "check-paper", Map.of("outcome", "ACCEPTED"));
        assertThat(state(id, 0)).isEqualTo(OutcomeState.OFFERED);
        assertThat(state(id, 1)).isEqualTo(OutcomeState.WAITING);
    }

    @Test
    void aDocumentThatDoesNotComePassesToTheNextTheDayAfterItsDate() {
        var id = decided.decide(CONDITIONAL_ALLOCATION, RANKED_ALLOCATION);
        decided.on(PAPER_DAY, 23, 59);
        assertThat(state(id, 0)).isEqualTo(OutcomeState.WAITING);
        decided.on(PAPER_DAY.plusDays(1), 0, 1);
        assertThat(state(id, 0)).isEqualTo(OutcomeState.PAPER_MISSED);
        assertThat(state(id, 1)).isEqualTo(OutcomeState.OFFERED);
        papers.received(decided.candidate(id, 0).applicationId(), PaperKind.TAX_NOTICE);
        assertThat(state(id, 0)).isEqualTo(OutcomeState.PAPER_MISSED);
    }

    @Test
    void aDocumentThatIsNotRightIsAskedForAgainUntilItsDate() {
        var id = decided.decide(CONDITIONAL_ALLOCATION, RANKED_ALLOCATION);
        var application = decided.candidate(id, 0).applicationId();
        papers.received(application, PaperKind.TAX_NOTICE);
        decided.task("allocation-offer", id, "check-paper", Map.of("outcome", "REFUSED", "why", "Année 2019"));
        assertThat(state(id, 0)).isEqualTo(OutcomeState.WAITING);
        papers.received(application, PaperKind.TAX_NOTICE);
        assertThat(decided.waits("allocation-offer", id, "check-paper")).isTrue();
        decided.on(PAPER_DAY.plusDays(1), 9, 0);
        decided.task("allocation-offer", id, "check-paper", Map.of("outcome", "REFUSED", "why", "Illisible"));
        assertThat(state(id, 0)).isEqualTo(OutcomeState.PAPER_MISSED);
        assertThat(state(id, 1)).isEqualTo(OutcomeState.OFFERED);
    }

    @Test
    void aConditionalCandidateInTheSecondRankMayGiveTheDocumentBeforeTheirTurn() {
        var id = decided.decide(RANKED_ALLOCATION, CONDITIONAL_ALLOCATION);
        papers.received(decided.candidate(id, 1).applicationId(), PaperKind.TAX_NOTICE);
        assertThat(decided.waits("allocation-offer", id, "check-paper")).isFalse();
        answers.byLink(candidateId(id, 0), Refusal.RENT, "");
        assertThat(decided.waits("allocation-offer", id, "check-paper")).isTrue();
    }
}

package fr.allervers.allocation.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.allocation.ballot.CastPolicy.Caster;
import fr.allervers.allocation.ballot.CastPolicy.Phase;
import fr.allervers.allocation.ballot.CastPolicy.Poll;
import fr.allervers.allocation.count.Mark;
import fr.allervers.allocation.count.Opinion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rule for taking a ballot, at its edges. */
class CastPolicyTest {

    private static final Instant END = Instant.parse("2026-11-24T17:00:00Z");
    private static final Poll OPEN = new Poll(Phase.OPEN, END, false, false, Map.of(1L, List.of("Titre de séjour")));
    private static final Caster VOTER = new Caster(true, true, true, false, true, false, false);

    @Test
    void theLastMillisecondBeforeTheAnnouncedEndIsInTimeAndTheEndItselfIsNot() {
        assertThat(at(END.minusMillis(1))).isEmpty();
        assertThat(at(END)).contains(Refusal.CLOSED);
        assertThat(at(END.plusMillis(1))).contains(Refusal.CLOSED);
    }

    @Test
    void whoMayNotVoteIsToldWhyInThisOrder() {
        assertThat(by(new Caster(false, true, true, false, true, false, false))).contains(Refusal.NOT_CONVENED);
        assertThat(by(new Caster(true, false, true, false, true, false, false))).contains(Refusal.NOT_ENTITLED);
        assertThat(by(new Caster(true, true, false, true, true, false, false))).contains(Refusal.CONSULTATIVE);
        assertThat(by(new Caster(true, true, true, true, true, false, true))).contains(Refusal.RECUSED);
        assertThat(by(new Caster(true, true, true, false, true, false, true))).contains(Refusal.MANDATE);
        // Presence is of no account in a written vote.
        assertThat(by(new Caster(true, true, true, false, false, false, false))).isEmpty();
    }

    @Test
    void aBallotNamesOnlyCandidatesOfThisDwellingAndDocumentsThatTheyLack() {
        assertThat(with(Mark.ranked(1, 1, "Titre de séjour"))).isEmpty();
        assertThat(with(Mark.ranked(1, 1, "Autre pièce"))).contains(Refusal.MALFORMED);
        assertThat(with(Mark.ranked(2, 1))).contains(Refusal.FOREIGN_CANDIDATE);
        assertThat(with(Mark.rejected(1, Opinion.INADMISSIBLE))).contains(Refusal.MALFORMED);
        assertThat(with(Mark.rejected(1, Opinion.INADMISSIBLE, "CEILING"))).isEmpty();
        assertThat(with()).as("a blank ballot").isEmpty();
    }

    private static Optional<Refusal> at(Instant now) {
        return CastPolicy.refusal(OPEN, VOTER, false, List.of(Mark.ranked(1, 1)), now);
    }

    private static Optional<Refusal> by(Caster caster) {
        return CastPolicy.refusal(OPEN, caster, false, List.of(), END.minusSeconds(1));
    }

    private static Optional<Refusal> with(Mark... marks) {
        return CastPolicy.refusal(OPEN, VOTER, false, List.of(marks), END.minusSeconds(1));
    }
}

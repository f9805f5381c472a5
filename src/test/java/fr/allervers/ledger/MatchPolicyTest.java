package fr.allervers.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.ledger.MatchPolicy.LeaseRef;
import fr.allervers.ledger.MatchPolicy.Namesake;
import fr.allervers.ledger.files.Movement;
import fr.allervers.ledger.files.Movement.Origin;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatchPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 5);
    private static final MatchPolicy POLICY = new MatchPolicy(
            Map.of(
                    "C00012", List.of(lease(12, 112, "2020-01-01", null)),
                    "C00013", List.of(lease(13, 113, "2020-01-01", null)),
                    "F00112", List.of(lease(12, 112, "2020-01-01", null)),
                    "F00114", List.of(lease(14, 114, "2015-01-01", "2026-11-04"), lease(15, 114, "2026-11-05", null))),
            Map.of("FR01", Set.of(12L), "FR02", Set.of(12L, 13L)),
            Map.of(
                    "essai", List.of(new Namesake(12, "Essai", 90000, 31250), new Namesake(13, "Essai", 5000, 41250)),
                    "martin", List.of(new Namesake(14, "Martin Dupond", 0, 31250))));

    private static LeaseRef lease(long id, long household, String from, @Nullable String to) {
        return new LeaseRef(id, household, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    private static Match match(
            @Nullable String code,
            @Nullable String reference,
            String words,
            @Nullable String name,
            @Nullable String iban) {
        return POLICY.match(new Movement(
                1,
                EntryKind.PAYMENT,
                Means.TRANSFER,
                -31250,
                DAY,
                DAY.withDayOfMonth(1),
                "",
                code,
                reference,
                words,
                name,
                iban,
                new Origin("053", "A", "1", DAY, 31250, null, false, null)));
    }

    @Test
    void theFilesOwnCodeDecidesAndAWrongOneIsNotGuessedAround() {
        assertThat(match("C00013", "C00012", "C00012", null, "FR01").leaseId()).isEqualTo(13);
        assertThat(match("C99999", "C00012", "", null, "FR01").doubt()).isEqualTo(Doubt.WRONG_CODE);
    }

    @Test
    void theReferenceComesBeforeTheWordsAndTheWordsBeforeTheBankAccount() {
        assertThat(match(null, "C00012", "C00013", null, null).leaseId()).isEqualTo(12);
        assertThat(match(null, "PRLV/C00012/2026-11", "", null, null).leaseId()).isEqualTo(12);
        assertThat(match(null, "RIEN2026", "loyer c00013 novembre", null, "FR01")
                        .leaseId())
                .isEqualTo(13);
        assertThat(match(null, null, "loyer C-00013.", null, null).leaseId()).isEqualTo(13);
        assertThat(match(null, null, "loyer novembre 2026", null, "FR01").leaseId())
                .isEqualTo(12);
    }

    @Test
    void whereARuleFindsSeveralAPersonDecides() {
        assertThat(match(null, null, "C00012 C00013", null, "FR01")).satisfies(match -> {
            assertThat(match.doubt()).isEqualTo(Doubt.SEVERAL);
            assertThat(match.candidates()).containsExactly(12L, 13L);
        });
        assertThat(match(null, null, "loyer", null, "FR02").doubt()).isEqualTo(Doubt.SEVERAL);
    }

    @Test
    void theSameLeaseNamedTwiceIsOne() {
        assertThat(match(null, null, "C00012 F00112", null, null).leaseId()).isEqualTo(12);
    }

    @Test
    void aHouseholdThatMovedPaysForTheLeaseThatRunsOnThatDay() {
        assertThat(match(null, "F00114", "", null, null).leaseId()).isEqualTo(15);
    }

    @Test
    void aNameCountsOnlyWithTheAmountOfAMonthOrOfTheDebt() {
        assertThat(match(null, null, "loyer", "MME NADIA ESSAI", null).leaseId())
                .isEqualTo(12);
        assertThat(match(null, null, "loyer", "M MARTIN", null).doubt()).isEqualTo(Doubt.UNKNOWN);
        assertThat(match(null, null, "loyer", "M DUPOND MARTIN", null).leaseId())
                .isEqualTo(14);
        assertThat(match(null, null, "loyer", "ESSAIM", null).doubt()).isEqualTo(Doubt.UNKNOWN);
    }

    @Test
    void theSumOfABatchIsNobodys() {
        var sum = new Movement(
                1,
                EntryKind.PAYMENT,
                null,
                -1,
                DAY,
                DAY,
                "",
                null,
                "C00012",
                "C00012",
                null,
                null,
                new Origin("053", "A", "1", DAY, 1, null, true, null));
        assertThat(POLICY.match(sum).doubt()).isEqualTo(Doubt.BATCH);
    }
}

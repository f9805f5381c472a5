package fr.allervers.arrears.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.arrears.plan.ProposalPolicy.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a household has left to live on, and what a plan may ask of it: 10 € per unit and day, 40 % of effort in these tests. */
class ProposalPolicyTest {

    @ParameterizedTest
    @CsvSource({"1, 0, 10", "2, 0, 15", "1, 1, 13", "2, 2, 21", "0, 0, 10"})
    void unitsFollowTheModifiedOecdScale(int adults, int children, int tenths) {
        assertThat(new LivingBudget(0, 0, 0, adults, children).unitTenths()).isEqualTo(tenths);
    }

    @Test
    void whatIsLeftIsCountedPerUnitAndDayRoundedDown() {
        var budget = new LivingBudget(120_000, 80_000, 45_000, 2, 1);
        // 400 € for 1.8 units over 30 days
        assertThat(budget.leftPerUnitDayCents()).isEqualTo(740);
        assertThat(budget.leftPerUnitDayCents(10_000)).isEqualTo(555);
        assertThat(new LivingBudget(10_000, 10_001, 0, 1, 0).leftPerUnitDayCents())
                .isEqualTo(-1);
    }

    @Test
    void anAffordableAmountLeavesWhatIsNeededAndIsSpreadEvenly() {
        // 1,200 − 800 − 300 = 100 € by what is left; 480 − 380 = 100 € by effort.
        var proposal =
                ProposalPolicy.propose(new LivingBudget(120_000, 80_000, 38_000, 1, 0), 95_000, PlanTermsTest.rules());
        assertThat(proposal.verdict()).isEqualTo(Verdict.AFFORDABLE);
        assertThat(proposal.affordableCents()).isEqualTo(10_000);
        assertThat(proposal.months()).isEqualTo(10);
        assertThat(proposal.monthCents()).isEqualTo(9_500);
        assertThat(proposal.leftPerUnitDayCents()).isEqualTo(1_016);
        assertThat(proposal.effortPercent()).isEqualTo(40);
    }

    @Test
    void theEffortRateBoundsTheAmountToo() {
        var proposal =
                ProposalPolicy.propose(new LivingBudget(100_000, 40_000, 38_000, 1, 0), 60_000, PlanTermsTest.rules());
        assertThat(proposal.affordableCents()).isEqualTo(2_000);
        assertThat(proposal.months()).isEqualTo(30);
    }

    @Test
    void aHouseholdThatCannotPayTheLongestPlanIsToldApart() {
        // 36 months of 28 € are needed, 27 € are there.
        var budget = new LivingBudget(100_000, 67_300, 30_000, 1, 0);
        var proposal = ProposalPolicy.propose(budget, 100_000, PlanTermsTest.rules());
        assertThat(proposal.affordableCents()).isEqualTo(2_700);
        assertThat(proposal.verdict()).isEqualTo(Verdict.NOT_AFFORDABLE);
        assertThat(proposal.monthCents()).isEqualTo(2_800);
        assertThat(proposal.months()).isEqualTo(36);
        var oneEuroMore = new LivingBudget(100_100, 67_300, 30_000, 1, 0);
        assertThat(ProposalPolicy.propose(oneEuroMore, 100_000, PlanTermsTest.rules())
                        .verdict())
                .isEqualTo(Verdict.AFFORDABLE);
    }

    @ParameterizedTest
    @CsvSource({"1", "99", "100", "3601", "123457", "999999"})
    void whateverTheDebtTheProposalPaysItWithinTheLongestPlan(long debt) {
        for (var resources : new long[] {0, 50_000, 110_000, 400_000}) {
            var proposal = ProposalPolicy.propose(
                    new LivingBudget(resources, 60_000, 40_000, 2, 1), debt, PlanTermsTest.rules());
            assertThat(proposal.months()).isBetween(1, 36);
            assertThat(proposal.monthCents() * proposal.months()).isGreaterThanOrEqualTo(debt);
            assertThat(proposal.monthCents() * (proposal.months() - 1)).isLessThan(debt);
        }
    }
}

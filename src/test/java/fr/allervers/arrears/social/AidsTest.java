package fr.allervers.arrears.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.arrears.AbstractArrearsTest;
import fr.allervers.arrears.social.Relief.Beneficiary;
import fr.allervers.arrears.social.Relief.Kind;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.People;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Aids are followed until somebody decided; relief takes two people. The household owes 600 €. */
class AidsTest extends AbstractArrearsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired
    AidRequests aids;

    @Autowired
    Reliefs reliefs;

    @Override
    protected long debt() {
        return 60_000;
    }

    private long owed() {
        return accounts.standing(debtor.leaseId, LocalDate.now(clock)).debtCents();
    }

    private long propose(Kind kind, long cents, @Nullable LocalDate until, @Nullable Integer months) {
        return reliefs.propose(
                caseId, new Reliefs.Proposed(Beneficiary.HOUSEHOLD, kind, cents, until, months, "Motif"));
    }

    private void decide(long id, String step, String decision, StaffMember by) {
        complete(Reliefs.KIND, id, step, Map.of("decision", decision, "note", "Motif du refus"), by);
    }

    @Test
    void anAidAskedForIsFollowedThirtyDaysLaterThenLateThenAgain() {
        var id = aids.ask(caseId, AidScheme.FSL, 30_000L, TODAY, null);
        on("2026-12-24T08:59:00");
        assertThat(task(AidRequests.KIND, id, "follow-aid")).isEmpty();
        on("2026-12-24T09:00:00");
        assertThat(task(AidRequests.KIND, id, "follow-aid")).isPresent();
        // Three working days: 28, 29 and 30 December, Christmas left out.
        on("2026-12-30T08:59:00");
        assertThat(task(AidRequests.KIND, id, "follow-aid-late")).isEmpty();
        on("2026-12-30T09:00:00");
        assertThat(task(AidRequests.KIND, id, "follow-aid-late")).isPresent();

        complete(AidRequests.KIND, id, "follow-aid", Map.of("state", "PENDING"), officer);
        assertThat(task(AidRequests.KIND, id, "follow-aid")).isEmpty();
        on("2027-01-29T09:00:00");
        complete(AidRequests.KIND, id, "follow-aid", Map.of("state", "GRANTED", "granted", 250L), officer);
        var aid = aids.ofCase(caseId).get(0);
        assertThat(aid.state()).isEqualTo(AidRequest.State.GRANTED);
        assertThat(aid.grantedCents()).isEqualTo(25_000L);
        assertThat(runs(AidRequests.KIND, id)).isFalse();
    }

    @Test
    void theSameAidIsAskedForOnceAtATimeAndADecisionOnThePageClosesItsFollowUp() {
        var id = aids.ask(caseId, AidScheme.CCAS, null, TODAY, null);
        assertThatThrownBy(() -> aids.ask(caseId, AidScheme.CCAS, null, TODAY, null))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() -> aids.decide(id, AidRequest.State.GRANTED, null))
                .hasMessage("aids.error.granted");
        aids.decide(id, AidRequest.State.REFUSED, null);
        assertThat(runs(AidRequests.KIND, id)).isFalse();
        assertThatThrownBy(() -> aids.decide(id, AidRequest.State.GRANTED, 100L))
                .isInstanceOf(UserError.class);
        aids.ask(caseId, AidScheme.CCAS, null, TODAY, null);
    }

    @Test
    void aRemissionUpToTheThresholdIsForASecondPersonAndBooksACredit() {
        var proposer = person(Role.SUPERVISOR);
        people.signIn(proposer);
        var id = propose(Kind.PARTIAL_REMISSION, 50_000, null, null);
        assertThat(task(Reliefs.KIND, id, "approve-relief")).isPresent();
        assertThat(task(Reliefs.KIND, id, "approve-large-relief")).isEmpty();
        assertThatThrownBy(() -> decide(id, "approve-relief", "APPROVE", proposer))
                .hasMessage("relief.second-person");
        assertThat(owed()).isEqualTo(60_000);
        decide(id, "approve-relief", "APPROVE", person(Role.SUPERVISOR));
        assertThat(owed()).isEqualTo(10_000);
        assertThat(runs(Reliefs.KIND, id)).isFalse();
    }

    @Test
    void oneCentAboveTheThresholdIsForTheDirector() {
        var id = propose(Kind.PARTIAL_REMISSION, 50_001, null, null);
        assertThat(task(Reliefs.KIND, id, "approve-relief")).isEmpty();
        assertThat(task(Reliefs.KIND, id, "approve-large-relief")).isPresent();
        decide(id, "approve-large-relief", "REFUSE", person(Role.DIRECTOR));
        assertThat(owed()).isEqualTo(60_000);
        assertThat(reliefs.ofCase(caseId).get(0).state()).isEqualTo(Relief.State.REFUSED);
    }

    @Test
    void shopsAndAssociationsHaveTheirOwnThreshold() {
        var id = reliefs.propose(
                caseId,
                new Reliefs.Proposed(
                        Beneficiary.SHOP, Kind.PARTIAL_REMISSION, 50_001, null, null, "Travaux devant la vitrine"));
        assertThat(task(Reliefs.KIND, id, "approve-relief")).isPresent();
    }

    @Test
    void neverMoreIsRemittedThanIsOwedByThen() {
        var id = propose(Kind.PARTIAL_REMISSION, 40_000, null, null);
        debtor.pays("2026-11-24", 35_000);
        decide(id, "approve-relief", "APPROVE", person(Role.SUPERVISOR));
        assertThat(owed()).isZero();
        assertThat(accounts.standing(debtor.leaseId, TODAY).balanceCents()).isZero();
    }

    @Test
    void aPostponementHoldsTheAmountUntilItsDay() {
        var id = propose(Kind.POSTPONE, 60_000, LocalDate.of(2027, 2, 28), null);
        decide(id, "approve-large-relief", "APPROVE", person(Role.DIRECTOR));
        assertThat(held()).isEqualTo(60_000);
        assertThat(accounts.standing(debtor.leaseId, LocalDate.of(2027, 2, 28)).collectableCents())
                .isZero();
        assertThat(accounts.standing(debtor.leaseId, LocalDate.of(2027, 3, 1)).collectableCents())
                .isEqualTo(60_000);
    }

    @Test
    void whatCannotBeIsRefusedAndOneMeasureWaitsAtATime() {
        assertThatThrownBy(() -> propose(Kind.TOTAL_REMISSION, 59_999, null, null))
                .hasMessage("relief.refused.NOT_THE_WHOLE");
        assertThatThrownBy(() -> propose(Kind.PARTIAL_REMISSION, 60_001, null, null))
                .hasMessage("relief.refused.AMOUNT");
        assertThatThrownBy(() -> propose(Kind.POSTPONE, 10_000, TODAY, null)).hasMessage("relief.refused.UNTIL");
        assertThatThrownBy(() -> propose(Kind.SPREAD, 10_000, null, 1)).hasMessage("relief.refused.MONTHS");
        propose(Kind.SPREAD, 10_000, null, 24);
        assertThatThrownBy(() -> propose(Kind.SPREAD, 10_000, null, 24)).hasMessage("relief.open-already");
    }

    @Test
    void thePageShowsBothAndTakesBoth() throws Exception {
        mvc.perform(post("/impayes/{id}/aides", caseId)
                        .param("dispositif", "FSL")
                        .param("montant", "300,00")
                        .param("jour", "2026-11-24")
                        .with(csrf())
                        .with(People.as(officer)))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post("/impayes/{id}/aides/mesures", caseId)
                        .param("mesure", "SPREAD")
                        .param("beneficiaire", "ASSOCIATION")
                        .param("montant", "600")
                        .param("mois", "12")
                        .param("motif", "Subvention attendue")
                        .with(csrf())
                        .with(People.as(officer)))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/impayes/{id}/aides", caseId).with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("à suivre le 24 déc. 2026")))
                .andExpect(content().string(containsString("Subvention attendue")));
    }
}

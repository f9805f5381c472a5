package fr.allervers.allocation.candidacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.allocation.Applicants;
import fr.allervers.allocation.Candidacies;
import fr.allervers.allocation.OfferedDwelling;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
import fr.allervers.testing.People;
import fr.allervers.testing.Statements;
import fr.allervers.testing.Tenants;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@ApplicationTest
class ProposalsTest {

    @Autowired
    Applicants applicants;

    @Autowired
    Applications applications;

    @Autowired
    OfferedDwellings dwellings;

    @Autowired
    Proposals proposals;

    @Autowired
    Candidacies candidacies;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void afterwards() {
        people.signOut();
    }

    private void refused(Runnable act, String key) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(UserError.class, error -> assertThat(error.messageKey())
                .isEqualTo(key));
    }

    @Test
    void aCandidateComesWithWhatTheCommitteeReads() {
        var id = applicants.offered();
        applicants.candidate(id);
        var one = candidacies.candidates(id).get(0);
        assertThat(one.resourcesCents()).isEqualTo(150_000);
        // 450 € less 100 € of aid, of 1,500 €.
        assertThat(one.effortRate()).isEqualByComparingTo(new BigDecimal("23.3"));
        // 1,150 € for 1.3 units and 30 days.
        assertThat(one.leftToLiveCents()).isEqualTo(2948);
        assertThat(one.summary()).isEqualTo("1 adulte, 1 enfant ; hébergé par des proches");
        // Hosted 12, waiting for 20 months 5, fits 10, effort 5.
        assertThat(one.score()).isEqualTo(32);
        assertThat(one.missingDocuments())
                .containsExactlyInAnyOrder(
                        "Pièce d’identité ou titre de séjour",
                        "Avis d’imposition",
                        "Justificatif des ressources mensuelles",
                        "Justificatif du logement actuel",
                        "Livret de famille ou acte de naissance");
        assertThat(jdbc.sql("select score_reasons from allocation_candidate where id = ?")
                        .param(one.id())
                        .query(String.class)
                        .single())
                .contains("+12 Hébergé", "+5 Demande de plus d’un an");
    }

    @Test
    void theCeilingIsTheOneOfTheHouseholdsCategoryAndSaysThatItIsToBeConfirmed() {
        var id = applicants.offered();
        applicants.candidate(id);
        var row = jdbc.sql(
                        "select ceiling_cents, ceiling_to_confirm from allocation_candidate where offered_dwelling_id"
                                + " = ?")
                .param(id)
                .query()
                .singleRow();
        // A person alone with a child counts as three.
        assertThat(row.get("ceiling_cents")).isEqualTo(3_636_200L);
        assertThat(row.get("ceiling_to_confirm")).isEqualTo(true);
    }

    @Test
    void twoCandidatesAreTooFewThreeAreEnoughAndAnExceptionIsRecorded() {
        var agency = tenants.agency();
        var id = applicants.offered(agency);
        refused(() -> dwellings.ready(id, null, ""), "candidacy.error.no-candidate");
        applicants.candidate(id);
        applicants.candidate(id);
        refused(() -> dwellings.ready(id, null, ""), "candidacy.error.few-candidates");
        refused(() -> dwellings.ready(id, FewCandidates.OTHER_LEGAL, " "), "candidacy.error.few-words");
        applicants.candidate(id);
        dwellings.ready(id, FewCandidates.TOO_FEW, "");
        assertThat(dwellings.require(id).few()).isNull();
        assertThat(candidacies.readyForCommittee(agency))
                .extracting(OfferedDwelling::id)
                .containsExactly(id);

        var other = applicants.offered(agency);
        applicants.candidate(other);
        dwellings.ready(other, FewCandidates.DALO, "Désigné par le préfet");
        assertThat(dwellings.require(other).few()).isEqualTo(FewCandidates.DALO);
        assertThat(candidacies.readyForCommittee(agency)).hasSize(2);
    }

    @Test
    void whatIsBeforeTheCommitteeNoLongerChanges() {
        var id = applicants.ready(tenants.agency(), 3);
        var candidate = candidacies.candidates(id).get(0);
        refused(() -> applicants.candidate(id), "candidacy.error.before-committee");
        refused(() -> proposals.withdraw(id, candidate.id(), ""), "candidacy.error.before-committee");
        dwellings.reopen(id);
        proposals.withdraw(id, candidate.id(), "A trouvé un logement");
        assertThat(candidacies.candidates(id)).hasSize(2);
        proposals.propose(id, candidate.uniqueNumber(), ReservationKind.LANDLORD);
        refused(
                () -> proposals.propose(id, candidate.uniqueNumber(), ReservationKind.LANDLORD),
                "candidacy.error.proposed-already");
        refused(
                () -> proposals.propose(id, "0000 0000 0000 0000 00", ReservationKind.LANDLORD),
                "candidacy.error.unknown-number");
    }

    @Test
    void aDwellingIsOfferedOnceEvenByManyAtOnce() throws Exception {
        var code = applicants.vacant(tenants.agency());
        people.signIn(people.somebody(Role.ALLOCATION_OFFICER));
        var context = SecurityContextHolder.getContext();
        var offer = new DwellingOffer(
                code,
                java.time.LocalDate.of(2026, 12, 1),
                null,
                null,
                null,
                null,
                ReservationKind.LANDLORD,
                null,
                null);
        var made = AtOnce.times(6, () -> {
            SecurityContextHolder.setContext(context);
            try {
                dwellings.offer(offer);
                return true;
            } catch (UserError e) {
                assertThat(e.messageKey()).isEqualTo("candidacy.error.offered-already");
                return false;
            }
        });
        assertThat(made).containsOnlyOnce(true);
    }

    @Test
    void anApplicationIsKnownByItsNumberOnceAndChangedByOneAtATime() {
        var agency = tenants.agency();
        people.signIn(people.somebody(Role.ALLOCATION_OFFICER));
        var entry = applicants.entry(agency, 2, 0);
        var id = applications.enter(entry);
        refused(() -> applications.enter(entry), "candidacy.error.number-known");
        applications.change(id, 0, entry);
        assertThat(applications.require(id).version()).as("nothing changed").isZero();
        refused(() -> applications.change(id, 7, entry), "candidacy.error.changed");
    }

    @Test
    void anotherAgencysFilesAndOtherRolesAreRefused() {
        var agency = tenants.agency();
        var id = applicants.ready(agency, 3);
        people.signIn(people.somebodyOf(tenants.agency(), Role.ALLOCATION_OFFICER));
        assertThatThrownBy(() -> dwellings.require(id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> dwellings.reopen(id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> applications.enter(applicants.entry(agency, 1, 0)))
                .isInstanceOf(AccessDeniedException.class);
        people.signIn(people.somebody(Role.CALLER));
        assertThatThrownBy(() -> dwellings.require(id)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theCommitteesReadingCostsTheSameWhateverTheNumber() throws Exception {
        var agency = tenants.agency();
        var few = applicants.ready(agency, 3);
        var many = applicants.ready(agency, 8);
        assertThat(Statements.during(() -> candidacies.candidates(many)))
                .isEqualTo(Statements.during(() -> candidacies.candidates(few)));
    }
}

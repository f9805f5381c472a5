package fr.allervers.arrears.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.arrears.AbstractArrearsTest;
import fr.allervers.arrears.social.Assessment.Line;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.People;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** The social part is the social service's: others learn that it exists. */
class AssessmentsTest extends AbstractArrearsTest {

    @Autowired
    SocialAssessments assessments;

    private StaffMember advisor;

    @BeforeEach
    void anAdvisorIsThere() {
        advisor = person(Role.SOCIAL_ADVISOR);
        people.signIn(advisor);
    }

    private static SocialAssessments.Written written(String opinion, int version) {
        return new SocialAssessments.Written(
                2,
                1,
                40_000,
                10,
                Set.of(Right.RSA, Right.HOUSING_AID),
                opinion,
                version,
                List.of(
                        new Line(LineKind.WAGES, "Mme", 120_000, 0),
                        new Line(LineKind.ENERGY, "", 9_000, 0),
                        new Line(LineKind.CREDIT, "M.", 11_000, 300_000)));
    }

    @Test
    void anAssessmentCountsWhatIsLeftToLiveOnPerUnitAndTheEffortRate() {
        assessments.save(caseId, written("Avis", 0));
        var draft = assessments.draft(caseId).orElseThrow();
        // 1,200 − 400 − 90 − 110 = 600 € for 1.8 units over 30 days
        assertThat(draft.budget().leftCents()).isEqualTo(60_000);
        assertThat(draft.budget().leftPerUnitDayCents()).isEqualTo(1_111);
        assertThat(draft.budget().effortPercent(0)).isEqualTo(34);
        assertThat(draft.debtCents()).isEqualTo(300_000);
        assertThat(draft.rights()).containsExactlyInAnyOrder(Right.RSA, Right.HOUSING_AID);
        assertThat(draft.lines()).hasSize(3);
    }

    @Test
    void whatIsDoneStaysAndTheNextDraftIsAnother() {
        assessments.save(caseId, written("Premier", 0));
        assessments.finish(caseId);
        assessments.save(caseId, written("Second", 0));
        assertThat(assessments.latestDone(caseId).orElseThrow().opinion()).isEqualTo("Premier");
        assertThat(assessments.draft(caseId).orElseThrow().opinion()).isEqualTo("Second");
        assessments.finish(caseId);
        assertThatThrownBy(() -> assessments.finish(caseId)).isInstanceOf(UserError.class);
    }

    @Test
    void aColleaguesChangeIsNotWrittenOver() {
        assessments.save(caseId, written("Avant", 0));
        assessments.save(caseId, written("Pendant", 0));
        assertThatThrownBy(() -> assessments.save(caseId, written("Après", 0))).hasMessage("social.changed");
        assertThat(assessments.draft(caseId).orElseThrow().opinion()).isEqualTo("Pendant");
    }

    @Test
    void rentOfficersAndSupervisorsSeeThatOneExistsAndItsDateOnly() throws Exception {
        assessments.save(caseId, written("Des mots pour le service social", 0));
        assessments.finish(caseId);
        for (var role : List.of(Role.RENT_OFFICER, Role.SUPERVISOR)) {
            var reader = person(role);
            mvc.perform(get("/impayes/{id}/evaluation", caseId).with(People.as(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Une évaluation a été faite le 24 nov. 2026")))
                    .andExpect(content().string(not(containsString("Des mots pour le service social"))))
                    .andExpect(content().string(not(containsString("Reste à vivre"))));
            people.signIn(reader);
            assertThat(assessments.lastDoneAt(caseId)).isPresent();
            assertThatThrownBy(() -> assessments.latestDone(caseId)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> assessments.save(caseId, written("", 0)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void theDirectorOfTheAgencyReadsItAndWritesNothing() throws Exception {
        assessments.save(caseId, written("Avis au directeur", 0));
        assessments.finish(caseId);
        var director = person(Role.DIRECTOR);
        mvc.perform(get("/impayes/{id}/evaluation", caseId).with(People.as(director)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Avis au directeur")))
                .andExpect(content().string(not(containsString("name=\"opinion\""))));
        people.signIn(director);
        assertThatThrownBy(() -> assessments.save(caseId, written("", 0))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anAdvisorOfAnotherAgencyReadsNothing() {
        people.signIn(people.somebodyOf(tenants.agency(), Role.SOCIAL_ADVISOR));
        assertThatThrownBy(() -> assessments.lastDoneAt(caseId)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> assessments.draft(caseId)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void thePageKeepsWhatWasTypedWhenALineCannotBeReadAndSavesOtherwise() throws Exception {
        mvc.perform(post("/impayes/{id}/evaluation", caseId)
                        .param("adults", "1")
                        .param("children", "0")
                        .param("rent", "400")
                        .param("kind", "WAGES", "ENERGY")
                        .param("person", "Mme", "")
                        .param("month", "mille", "90,50")
                        .param("total", "", "")
                        .param("opinion", "Avis")
                        .param("version", "0")
                        .with(csrf())
                        .with(People.as(advisor)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("mille")));
        mvc.perform(post("/impayes/{id}/evaluation", caseId)
                        .param("adults", "1")
                        .param("children", "0")
                        .param("rent", "400")
                        .param("kind", "WAGES", "ENERGY", "FINE")
                        .param("person", "Mme", "", "")
                        .param("month", "1 000", "90,50", "")
                        .param("total", "", "", "")
                        .param("opinion", "Avis")
                        .param("version", "0")
                        .param("terminer", "1")
                        .with(csrf())
                        .with(People.as(advisor)))
                .andExpect(status().is3xxRedirection());
        people.signIn(advisor);
        assertThat(assessments.latestDone(caseId).orElseThrow().lines())
                .containsExactly(new Line(LineKind.WAGES, "Mme", 100_000, 0), new Line(LineKind.ENERGY, "", 9_050, 0));
    }
}

package fr.allervers.arrears.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.arrears.AbstractArrearsTest;
import fr.allervers.arrears.social.SocialAssessments;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.testing.People;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;

/** Facts set deadlines, deadlines open tasks before they pass, and nobody counts days. Today is 24 November 2026. */
class LegalClockTest extends AbstractArrearsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired
    LegalClock legalClock;

    @Autowired
    LegalSweep sweep;

    @Autowired
    DeadlineBoard board;

    @Autowired
    LegalDossier dossier;

    @Autowired
    SocialAssessments assessments;

    private Deadline deadline(DeadlineKind kind) {
        return legalClock.sheet(caseId).deadlines().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOrderToPaySetsTheGuarantorsFifteenDaysAndItsOwnSixWeeks() {
        legalClock.enter(caseId, LegalFact.ORDER_SERVED, TODAY, false);
        assertThat(legalClock.sheet(caseId).deadlines())
                .extracting(Deadline::kind, Deadline::dueOn)
                .containsExactly(
                        tuple(DeadlineKind.GUARANTOR, LocalDate.of(2026, 12, 9)),
                        tuple(DeadlineKind.ORDER_ENDS, LocalDate.of(2027, 1, 5)));
        legalClock.enter(caseId, LegalFact.ORDER_SERVED, TODAY, true);
        assertThat(deadline(DeadlineKind.ORDER_ENDS).dueOn()).isEqualTo(LocalDate.of(2027, 1, 24));
        assertThat(legalClock.sheet(caseId).olderLease()).isTrue();
    }

    @Test
    void theImpayeOfAHouseholdWhoseAidTheLandlordReceivesIsFoundByTheSweepOnceAndReportedWithinTwoMonths() {
        debtor.aid("2026-11-05", 20_000).rent("2026-10-01", 50_000).aid("2026-10-05", 20_000);
        sweep.sweep();
        assertThat(deadline(DeadlineKind.CAF_REPORT).dueOn()).isEqualTo(LocalDate.of(2027, 1, 24));
        on("2026-12-01T09:00:00");
        sweep.sweep();
        assertThat(deadline(DeadlineKind.CAF_REPORT).dueOn()).isEqualTo(LocalDate.of(2027, 1, 24));
    }

    @Test
    void aDeadlineOpensItsTaskFifteenDaysBeforeIsTheSupervisorsFiveDaysBeforeAndClosesWhenItIsMet() {
        legalClock.enter(caseId, LegalFact.ORDER_SERVED, TODAY, false);
        var id = deadline(DeadlineKind.ORDER_ENDS).id();
        on("2026-12-20T09:00:00");
        sweep.sweep();
        assertThat(task(LegalClock.KIND, id, "meet-deadline")).isEmpty();
        on("2026-12-21T09:00:00");
        sweep.sweep();
        sweep.sweep();
        assertThat(task(LegalClock.KIND, id, "meet-deadline")).isPresent();
        on("2026-12-31T16:59:00");
        assertThat(task(LegalClock.KIND, id, "meet-deadline-late")).isEmpty();
        on("2026-12-31T17:00:00");
        assertThat(task(LegalClock.KIND, id, "meet-deadline-late")).isPresent();

        legalClock.done(id, LocalDate.of(2026, 12, 30));
        assertThat(runs(LegalClock.KIND, id)).isFalse();
        assertThat(deadline(DeadlineKind.ORDER_ENDS).doneOn()).isEqualTo(LocalDate.of(2026, 12, 30));
        assertThatThrownBy(() -> legalClock.done(id, LocalDate.of(2026, 12, 30)))
                .isInstanceOf(UserError.class);
    }

    @Test
    void theTaskItselfSaysWhenItWasDone() {
        legalClock.enter(caseId, LegalFact.ORDER_SERVED, TODAY, false);
        var id = deadline(DeadlineKind.GUARANTOR).id();
        sweep.sweep();
        assertThatThrownBy(() -> complete(
                        LegalClock.KIND,
                        id,
                        "meet-deadline",
                        Map.of("outcome", "DONE", "doneOn", TODAY.plusDays(1)),
                        officer))
                .isInstanceOf(UserError.class);
        complete(LegalClock.KIND, id, "meet-deadline", Map.of("outcome", "DONE", "doneOn", TODAY), officer);
        assertThat(deadline(DeadlineKind.GUARANTOR).state()).isEqualTo(Deadline.State.DONE);
        assertThat(runs(LegalClock.KIND, id)).isFalse();
    }

    @Test
    void seizingTheCcapexMeetsItsDeadlineAndSaysFromWhenASummonsIsAdmissible() {
        legalClock.enter(caseId, LegalFact.SUMMONS_PLANNED, LocalDate.of(2027, 3, 15), false);
        assertThat(deadline(DeadlineKind.CCAPEX).dueOn()).isEqualTo(LocalDate.of(2027, 1, 15));
        legalClock.enter(caseId, LegalFact.CCAPEX_REFERRED, TODAY, false);
        assertThat(deadline(DeadlineKind.CCAPEX).state()).isEqualTo(Deadline.State.DONE);
        assertThat(legalClock.sheet(caseId).summonsFrom()).isEqualTo(LocalDate.of(2027, 1, 24));
    }

    @Test
    void aHearingIsToldToThePrefectSixWeeksBefore() {
        legalClock.enter(caseId, LegalFact.HEARING, LocalDate.of(2027, 2, 11), false);
        assertThat(deadline(DeadlineKind.PREFECT).dueOn()).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void whatHappenedIsNotToComeAndWhatIsPlannedMayBe() {
        assertThatThrownBy(() -> legalClock.enter(caseId, LegalFact.ORDER_SERVED, TODAY.plusDays(1), false))
                .isInstanceOf(UserError.class);
        legalClock.enter(caseId, LegalFact.ORDER_SERVED, TODAY, false);
        legalClock.enter(caseId, LegalFact.SUMMONS_PLANNED, TODAY.plusDays(100), false);
    }

    @Test
    void deadlinesFallWithTheCase() {
        legalClock.enter(caseId, LegalFact.ORDER_SERVED, TODAY, false);
        var id = deadline(DeadlineKind.GUARANTOR).id();
        sweep.sweep();
        people.signIn(person(Role.SUPERVISOR));
        arrears.closeByDecision(caseId, "Test");
        assertThat(runs(LegalClock.KIND, id)).isFalse();
        assertThat(deadline(DeadlineKind.GUARANTOR).state()).isEqualTo(Deadline.State.VOID);
    }

    @Test
    void theBoardListsTheReadersAgenciesBySoonestDayWithoutAGapBetweenPages() {
        for (var kind : List.of(LegalFact.ORDER_SERVED, LegalFact.CAF_UNPAID, LegalFact.CAF_ASKED_PLAN)) {
            legalClock.enter(caseId, kind, TODAY, false);
        }
        var seen = new ArrayList<DeadlineBoard.Line>();
        @Nullable String after = null;
        do {
            var page = board.page(new DeadlineBoard.Filter(null, null, false), after);
            seen.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertThat(seen).extracting(DeadlineBoard.Line::caseId).containsOnly(caseId);
        assertThat(seen)
                .extracting(DeadlineBoard.Line::kind)
                .containsExactly(
                        DeadlineKind.GUARANTOR,
                        DeadlineKind.ORDER_ENDS,
                        DeadlineKind.CAF_REPORT,
                        DeadlineKind.CAF_PLAN);
        assertThat(board.page(new DeadlineBoard.Filter(DeadlineKind.CAF_PLAN, null, false), null)
                        .items())
                .hasSize(1);
        on("2026-12-10T09:00:00");
        assertThat(board.page(new DeadlineBoard.Filter(null, null, true), null).items())
                .extracting(DeadlineBoard.Line::kind)
                .containsExactly(DeadlineKind.GUARANTOR);
        people.signIn(people.somebodyOf(tenants.agency(), Role.RENT_OFFICER));
        assertThat(board.page(new DeadlineBoard.Filter(null, null, false), null).items())
                .isEmpty();
        assertThatThrownBy(() -> legalClock.sheet(caseId)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void thePagesTakeFactsProofsAndHandTheDossierOver() throws Exception {
        mvc.perform(post("/impayes/{id}/echeances", caseId)
                        .param("fait", "ORDER_SERVED")
                        .param("jour", "2026-11-20")
                        .with(csrf())
                        .with(People.as(officer)))
                .andExpect(status().is3xxRedirection());
        var id = deadline(DeadlineKind.GUARANTOR).id();
        mvc.perform(get("/impayes/{id}/echeances", caseId).with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Signifier le commandement à la caution")))
                .andExpect(content().string(containsString("Trêve hivernale")));
        mvc.perform(get("/impayes/echeances").with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Signifier le commandement à la caution")))
                // Below /impayes too, and yet only one entry of the navigation is the page's.
                .andExpect(page ->
                        assertThat(page.getResponse().getContentAsString()).containsOnlyOnce("aria-current=\"page\""));
        mvc.perform(multipart("/impayes/{id}/echeances/{deadline}", caseId, id)
                        .file(new MockMultipartFile(
                                "preuve", "acte", null, "%PDF-1.7 acte".getBytes(StandardCharsets.US_ASCII)))
                        .param("jour", "2026-11-23")
                        .with(csrf())
                        .with(People.as(officer)))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/impayes/{id}/echeances/{deadline}/preuve", caseId, id).with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
        mvc.perform(get("/impayes/{id}/dossier.pdf", caseId).with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(content().string(containsString("%PDF")));
        mvc.perform(get("/impayes/{id}/echeances", caseId)
                        .with(People.as(people.somebodyOf(tenants.agency(), Role.RENT_OFFICER))))
                .andExpect(status().isForbidden())
                .andExpect(content().string(not(containsString("caution"))));
    }

    @Test
    void theDossierHoldsTheAssessmentForThoseWhoMayReadItOnly() {
        var advisor = person(Role.SOCIAL_ADVISOR);
        people.signIn(advisor);
        assessments.save(caseId, new SocialAssessments.Written(1, 0, 30_000, null, Set.of(), "Avis", 0, List.of()));
        assessments.finish(caseId);
        assertThat(dossier.model(caseId).get("assessment")).isNotNull();
        assertThat(dossier.render(caseId)).isNotEmpty();
        people.signIn(officer);
        assertThat(dossier.model(caseId).get("assessment")).isNull();
        people.signIn(person(Role.SUPERVISOR));
        assertThat(dossier.model(caseId).get("assessment")).isNull();
    }
}

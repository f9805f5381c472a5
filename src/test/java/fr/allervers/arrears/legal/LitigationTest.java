package fr.allervers.arrears.legal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.arrears.AbstractArrearsTest;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.prevention.CaseStatus;
import fr.allervers.arrears.prevention.PauseReason;
import fr.allervers.arrears.social.SocialAssessments;
import fr.allervers.inbox.CaseDocuments;
import fr.allervers.staff.Role;
import fr.allervers.workflow.Timeline;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** A case goes to the legal team with its dossier as it was that day, and comes back. */
class LitigationTest extends AbstractArrearsTest {

    @Autowired
    CaseDocuments documents;

    @Autowired
    SocialAssessments assessments;

    @Autowired
    Timeline timeline;

    @AfterEach
    void inFrenchAgain() {
        LocaleContextHolder.resetLocaleContext();
    }

    private String dossier() throws IOException {
        var kept = documents.list(ArrearsCases.ref(caseId));
        var file = documents.require(ArrearsCases.ref(caseId), kept.get(0).id());
        try (var content = documents.open(file);
                var pdf = Loader.loadPDF(content.readAllBytes())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    void theDossierOfThatDayIsKeptWithTheCaseInFrenchAndWithoutTheSocialPart() throws IOException {
        on("2026-11-24T10:30:00");
        var advisor = person(Role.SOCIAL_ADVISOR);
        people.signIn(advisor);
        assessments.save(
                caseId, new SocialAssessments.Written(1, 0, 30_000, null, Set.of(), "Avis réservé", 0, List.of()));
        assessments.finish(caseId);
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        arrears.toLitigation(caseId);
        debtor.pays("2026-11-24", 20_000);

        people.signIn(officer);
        assertThat(documents.list(ArrearsCases.ref(caseId))).singleElement().satisfies(one -> assertThat(one.name())
                .isEqualTo("dossier-contentieux-2026-11-24.pdf"));
        assertThat(dossier())
                .contains("Dossier d’impayé", "500,00", "1er nov. 2026", "Messages et leur preuve", "SMS")
                .doesNotContain("300,00", "Avis réservé", "Nov");
    }

    @Test
    void theDecisionToGoThereKeepsItTooAndTheCaseComesBackToADecision() {
        arrears.planSigned(caseId);
        arrears.planBroken(caseId);
        jobs.runDue();
        complete(
                ArrearsCases.KIND,
                caseId,
                "decide-next",
                Map.of("outcome", "LITIGATION", "note", "Rien n’y fait"),
                officer);
        assertThat(documents.list(ArrearsCases.ref(caseId))).hasSize(1);
        assertThat(arrears.require(caseId).status()).isEqualTo(CaseStatus.LITIGATION);
        on("2027-03-01T10:00:00");
        assertThat(task(ArrearsCases.KIND, caseId, "decide-next")).isEmpty();

        arrears.backFromLitigation(caseId);
        jobs.runDue();
        assertThat(task(ArrearsCases.KIND, caseId, "decide-next")).isPresent();
    }

    @Test
    void whatIsWrittenDownIsFrenchWhoeverActs() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        arrears.pause(caseId, PauseReason.HOSPITAL, LocalDate.of(2027, 2, 9), "");
        arrears.dispute(caseId, 12_345, "Charges");
        assertThat(timeline.ofCase(ArrearsCases.ref(caseId), false).stream().map(Timeline.Entry::what))
                .anyMatch(what -> what.contains("9 févr. 2027"))
                .anyMatch(what -> what.contains("123,45"));
    }
}

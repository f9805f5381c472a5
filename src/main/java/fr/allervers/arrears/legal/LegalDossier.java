package fr.allervers.arrears.legal;

import fr.allervers.arrears.plan.RepaymentPlans;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.social.SocialAssessments;
import fr.allervers.documents.PdfDocuments;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.shared.Dates;
import fr.allervers.shared.Euros;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.tenancy.Households;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The whole of a case as one PDF: account, what was done and its proof, plan, deadlines. The social assessment is in it only for a reader
 * who may read it.
 */
@Component
@Transactional
public class LegalDossier {

    private static final int ACCOUNT_MONTHS = 24;

    private final ArrearsCases arrears;
    private final Households households;
    private final RentAccounts accounts;
    private final RepaymentPlans plans;
    private final SocialAssessments assessments;
    private final LegalClock legalClock;
    private final Timeline timeline;
    private final PdfDocuments pdf;
    private final CurrentStaff currentStaff;
    private final Dates dates;
    private final Euros euros;
    private final Clock clock;

    LegalDossier(
            ArrearsCases arrears,
            Households households,
            RentAccounts accounts,
            RepaymentPlans plans,
            SocialAssessments assessments,
            LegalClock legalClock,
            Timeline timeline,
            PdfDocuments pdf,
            CurrentStaff currentStaff,
            Dates dates,
            Euros euros,
            Clock clock) {
        this.arrears = arrears;
        this.households = households;
        this.accounts = accounts;
        this.plans = plans;
        this.assessments = assessments;
        this.legalClock = legalClock;
        this.timeline = timeline;
        this.pdf = pdf;
        this.currentStaff = currentStaff;
        this.dates = dates;
        this.euros = euros;
        this.clock = clock;
    }

    /** The dossier as the signed-in person may have it. */
    public byte[] render(long caseId) {
        return pdf.render("arrears/dossier-pdf", model(caseId));
    }

    /** What the dossier tells this reader. */
    Map<String, Object> model(long caseId) {
        var of = arrears.require(caseId);
        var reader = currentStaff.require();
        var today = LocalDate.now(clock);
        var model = new HashMap<String, @Nullable Object>();
        // Templates of documents know no beans.
        model.put("dates", dates);
        model.put("euros", euros);
        model.put("of", of);
        model.put("today", today);
        model.put("by", reader.displayName());
        model.put("household", households.require(of.householdId()));
        model.put("standing", accounts.standing(of.leaseId(), today));
        model.put("entries", accounts.entries(of.leaseId(), today.minusMonths(ACCOUNT_MONTHS), today));
        model.put("steps", timeline.ofCase(new CaseRef(ArrearsCases.KIND, caseId), false));
        model.put("plan", plans.active(caseId).orElse(null));
        model.put("clock", legalClock.sheet(caseId));
        model.put(
                "assessment",
                assessments.mayRead(reader, of.agencyId())
                        ? assessments.latestDone(caseId).orElse(null)
                        : null);
        return model;
    }
}

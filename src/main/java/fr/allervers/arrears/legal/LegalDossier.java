package fr.allervers.arrears.legal;

import fr.allervers.arrears.plan.PlanSheets;
import fr.allervers.arrears.plan.RepaymentPlans;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.social.SocialAssessments;
import fr.allervers.documents.PdfDocuments;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.messaging.CaseMessages;
import fr.allervers.shared.Dates;
import fr.allervers.shared.Euros;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.tenancy.Households;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
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
    private final PlanSheets plans;
    private final SocialAssessments assessments;
    private final LegalClock legalClock;
    private final Timeline timeline;
    private final CaseMessages messages;
    private final PdfDocuments pdf;
    private final CurrentStaff currentStaff;
    private final Dates dates;
    private final Euros euros;
    private final Clock clock;

    LegalDossier(
            ArrearsCases arrears,
            Households households,
            RentAccounts accounts,
            PlanSheets plans,
            SocialAssessments assessments,
            LegalClock legalClock,
            Timeline timeline,
            CaseMessages messages,
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
        this.messages = messages;
        this.pdf = pdf;
        this.currentStaff = currentStaff;
        this.dates = dates;
        this.euros = euros;
        this.clock = clock;
    }

    /** The dossier as the signed-in person may have it. */
    public byte[] render(long caseId) {
        return inFrench(model(caseId));
    }

    /** The dossier as everybody may have it who may read the case. */
    byte[] renderShared(long caseId) {
        var shared = model(caseId);
        shared.put("assessment", null);
        return inFrench(shared);
    }

    /** Whatever the language of who asks for it. */
    private byte[] inFrench(Map<String, Object> model) {
        var asked = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Locale.FRENCH);
        try {
            return pdf.render("arrears/dossier-pdf", model);
        } finally {
            LocaleContextHolder.setLocaleContext(asked);
        }
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
        model.put("written", written(caseId));
        model.put("plan", plans.active(caseId).orElse(null));
        model.put("clock", legalClock.sheet(caseId));
        model.put(
                "assessment",
                assessments.mayRead(reader, of.agencyId())
                        ? assessments.latestDone(caseId).orElse(null)
                        : null);
        return model;
    }

    /** Messages of the case and of its plans, with their proof. */
    private List<CaseMessages.Written> written(long caseId) {
        return messages.of(Stream.concat(
                        Stream.of(ArrearsCases.ref(caseId)),
                        plans.ofCase(caseId).stream().map(plan -> new CaseRef(RepaymentPlans.KIND, plan.id())))
                .toList());
    }
}

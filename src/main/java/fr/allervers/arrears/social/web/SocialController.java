package fr.allervers.arrears.social.web;

import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.social.LineKind;
import fr.allervers.arrears.social.Right;
import fr.allervers.arrears.social.SocialAssessments;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.shared.Retry;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Roles;
import fr.allervers.tenancy.Households;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The social assessment of a case. Who may not read it sees that there is one, and of when. */
@Controller
@RequestMapping("/impayes/{caseId}/evaluation")
class SocialController {

    private final SocialAssessments assessments;
    private final ArrearsCases cases;
    private final RentAccounts accounts;
    private final Households households;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    SocialController(
            SocialAssessments assessments,
            ArrearsCases cases,
            RentAccounts accounts,
            Households households,
            CurrentStaff currentStaff,
            Clock clock) {
        this.assessments = assessments;
        this.cases = cases;
        this.accounts = accounts;
        this.households = households;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    @GetMapping
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(@PathVariable long caseId, Model model) {
        return show(caseId, null, model);
    }

    @PostMapping
    @RolesAllowed(Roles.SOCIAL_ADVISOR)
    String save(
            @PathVariable long caseId,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var typed = TypedAssessment.read(request);
        if (!typed.faults().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(caseId, typed, model);
        }
        var finish = request.getParameter("terminer") != null;
        Retry.onConflict(() -> assessments.save(caseId, typed.written()));
        if (finish) {
            Retry.onConflict(() -> assessments.finish(caseId));
        }
        redirect.addFlashAttribute("done", finish ? "finished" : "saved");
        return "redirect:/impayes/" + caseId + "/evaluation";
    }

    private String show(long caseId, @org.jspecify.annotations.Nullable TypedAssessment typed, Model model) {
        var of = cases.require(caseId);
        var reader = currentStaff.require();
        var mayRead = assessments.mayRead(reader, of.agencyId());
        model.addAttribute("of", of);
        model.addAttribute("name", households.require(of.householdId()).name());
        model.addAttribute("mayRead", mayRead);
        model.addAttribute("mayWrite", assessments.mayWrite(reader, of.agencyId()) && of.isOpen());
        model.addAttribute("lastDoneAt", assessments.lastDoneAt(caseId).orElse(null));
        if (mayRead) {
            var latest = assessments.latestDone(caseId);
            var draft = assessments.draft(caseId);
            model.addAttribute("latest", latest.orElse(null));
            model.addAttribute("draft", draft.orElse(null));
            model.addAttribute(
                    "form",
                    typed != null
                            ? typed
                            : draft.or(() -> latest)
                                    .map(one -> TypedAssessment.of(one, draft.isPresent() ? one.version() : 0))
                                    .orElseGet(() ->
                                            TypedAssessment.empty(accounts.standing(of.leaseId(), LocalDate.now(clock))
                                                    .monthCents())));
            model.addAttribute("kinds", LineKind.values());
            model.addAttribute("sides", LineKind.Side.values());
            model.addAttribute("allRights", Right.values());
        }
        return "arrears/assessment";
    }
}

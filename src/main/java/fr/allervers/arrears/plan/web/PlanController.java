package fr.allervers.arrears.plan.web;

import fr.allervers.arrears.plan.PlanSheets;
import fr.allervers.arrears.plan.PlanTermsPolicy;
import fr.allervers.arrears.plan.ProposalPolicy;
import fr.allervers.arrears.plan.RepaymentPlans;
import fr.allervers.arrears.prevention.ArrearsCase;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.settings.ArrearsSettings;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.shared.Euros;
import fr.allervers.shared.Retry;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import fr.allervers.tenancy.Households;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.LongConsumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A case's repayment plan: the simulator, the plan that is offered or followed, and those before it. */
@Controller
@RequestMapping("/impayes/{caseId}/plan")
class PlanController {

    private final RepaymentPlans plans;
    private final PlanSheets sheets;
    private final ArrearsCases cases;
    private final ArrearsSettings settings;
    private final RentAccounts accounts;
    private final Households households;
    private final CurrentStaff currentStaff;
    private final Euros euros;
    private final Clock clock;

    PlanController(
            RepaymentPlans plans,
            PlanSheets sheets,
            ArrearsCases cases,
            ArrearsSettings settings,
            RentAccounts accounts,
            Households households,
            CurrentStaff currentStaff,
            Euros euros,
            Clock clock) {
        this.plans = plans;
        this.sheets = sheets;
        this.cases = cases;
        this.settings = settings;
        this.accounts = accounts;
        this.households = households;
        this.currentStaff = currentStaff;
        this.euros = euros;
        this.clock = clock;
    }

    @GetMapping
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(@PathVariable long caseId, Model model) {
        var of = cases.require(caseId);
        var today = LocalDate.now(clock);
        var standing = accounts.standing(of.leaseId(), today);
        var form = PlanForm.start(
                euros.plain(standing.collectableCents()),
                euros.plain(standing.monthCents()),
                YearMonth.from(today).plusMonths(1));
        return show(of, form, Map.of(), model);
    }

    /** Computes and keeps nothing; by POST, since what a household lives on has no place in addresses. */
    @PostMapping("/simulation")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String simulate(
            @PathVariable long caseId,
            @ModelAttribute("form") PlanForm form,
            @RequestHeader(name = "HX-Request", required = false) boolean fragment,
            Model model) {
        var of = cases.require(caseId);
        show(of, form, form.faults(), model);
        return fragment ? "arrears/plan :: simulation" : "arrears/plan";
    }

    @PostMapping
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String draft(
            @PathVariable long caseId,
            @ModelAttribute("form") PlanForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var of = cases.require(caseId);
        var faults = form.faults();
        if (faults.isEmpty() && form.hasMonth()) {
            var refusal = PlanTermsPolicy.refusal(
                    form.terms(), settings.at(LocalDate.now(clock)), LocalDate.now(clock), form.forCaf());
            if (refusal.isEmpty()) {
                Retry.onConflict(() -> plans.draft(caseId, form.terms(), form.forCaf()));
                redirect.addFlashAttribute("done", "drafted");
                return "redirect:/impayes/" + caseId + "/plan";
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(of, form, faults, model);
    }

    @PostMapping("/{planId}/proposer")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String offer(@PathVariable long caseId, @PathVariable long planId, RedirectAttributes redirect) {
        return act(caseId, planId, "offered", plans::offer, redirect);
    }

    @PostMapping("/{planId}/signer")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String sign(@PathVariable long caseId, @PathVariable long planId, RedirectAttributes redirect) {
        return act(caseId, planId, "signed", plans::signAtDesk, redirect);
    }

    @PostMapping("/{planId}/annuler")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String cancel(@PathVariable long caseId, @PathVariable long planId, RedirectAttributes redirect) {
        return act(caseId, planId, "cancelled", plans::cancel, redirect);
    }

    @PostMapping("/{planId}/renegocier")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String renegotiate(@PathVariable long caseId, @PathVariable long planId, RedirectAttributes redirect) {
        return act(caseId, planId, "renegotiated", plans::renegotiate, redirect);
    }

    private static String act(long caseId, long planId, String done, LongConsumer act, RedirectAttributes redirect) {
        Retry.onConflict(() -> act.accept(planId));
        redirect.addFlashAttribute("done", done);
        return "redirect:/impayes/" + caseId + "/plan";
    }

    private String show(ArrearsCase of, PlanForm form, Map<String, String> faults, Model model) {
        var today = LocalDate.now(clock);
        var rules = settings.at(today);
        var shown = form;
        if (faults.isEmpty()) {
            var spread = Math.max(0, form.terms().spreadCents());
            var proposal = form.budget()
                    .filter(budget -> spread > 0)
                    .map(budget -> ProposalPolicy.propose(budget, spread, rules))
                    .orElse(null);
            model.addAttribute("proposal", proposal);
            if (!form.hasMonth() && proposal != null) {
                shown = form.withMonth(euros.plain(proposal.monthCents()));
            }
            if (shown.hasMonth()) {
                var terms = shown.terms();
                model.addAttribute(
                        "refusal",
                        PlanTermsPolicy.refusal(terms, rules, today, form.forCaf())
                                .orElse(null));
                model.addAttribute("schedule", terms.schedule());
                model.addAttribute("small", PlanTermsPolicy.isSmall(terms, rules));
                form.budget().ifPresent(budget -> {
                    model.addAttribute("left", budget.leftPerUnitDayCents(terms.instalmentCents()));
                    model.addAttribute("effort", budget.effortPercent(terms.instalmentCents()));
                });
            }
        }
        var history = sheets.ofCase(of.id());
        model.addAttribute("form", shown);
        model.addAttribute("faults", faults);
        model.addAttribute("of", of);
        model.addAttribute("name", households.require(of.householdId()).name());
        model.addAttribute("active", sheets.active(of.id()).orElse(null));
        model.addAttribute(
                "past",
                history.stream().filter(plan -> !plan.status().isActive()).toList());
        model.addAttribute(
                "mayAct",
                currentStaff.require().isAny(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR) && of.isOpen());
        return "arrears/plan";
    }
}

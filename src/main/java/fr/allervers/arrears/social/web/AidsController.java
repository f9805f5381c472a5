package fr.allervers.arrears.social.web;

import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.social.AidRequest;
import fr.allervers.arrears.social.AidRequests;
import fr.allervers.arrears.social.AidScheme;
import fr.allervers.arrears.social.Relief;
import fr.allervers.arrears.social.Reliefs;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.shared.Money;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import fr.allervers.tenancy.Households;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A case's aids, asked of others or granted by the landlord. */
@Controller
@RequestMapping("/impayes/{caseId}/aides")
class AidsController {

    private final AidRequests aids;
    private final Reliefs reliefs;
    private final ArrearsCases cases;
    private final RentAccounts accounts;
    private final Households households;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    AidsController(
            AidRequests aids,
            Reliefs reliefs,
            ArrearsCases cases,
            RentAccounts accounts,
            Households households,
            CurrentStaff currentStaff,
            Clock clock) {
        this.aids = aids;
        this.reliefs = reliefs;
        this.cases = cases;
        this.accounts = accounts;
        this.households = households;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    @GetMapping
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(@PathVariable long caseId, Model model) {
        var of = cases.require(caseId);
        var today = LocalDate.now(clock);
        model.addAttribute("of", of);
        model.addAttribute("name", households.require(of.householdId()).name());
        model.addAttribute("aids", aids.ofCase(caseId));
        model.addAttribute("reliefs", reliefs.ofCase(caseId));
        model.addAttribute("schemes", AidScheme.values());
        model.addAttribute("states", AidRequest.State.values());
        model.addAttribute("kinds", Relief.Kind.values());
        model.addAttribute("beneficiaries", Relief.Beneficiary.values());
        model.addAttribute("debt", accounts.standing(of.leaseId(), today).debtCents());
        model.addAttribute("today", today);
        model.addAttribute(
                "mayAct",
                of.isOpen() && currentStaff.require().isAny(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR));
        return "arrears/aids";
    }

    @PostMapping
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String ask(
            @PathVariable long caseId,
            @RequestParam("dispositif") AidScheme scheme,
            @RequestParam("montant") String amount,
            @RequestParam("jour") String day,
            @RequestParam(name = "note", required = false) @Nullable String note,
            RedirectAttributes redirect) {
        var cents = amount.isBlank() ? null : Long.valueOf(cents(amount));
        Retry.onConflict(() -> aids.ask(caseId, scheme, cents, date(day), note));
        return back(caseId, "asked", redirect);
    }

    @PostMapping("/{aidId}")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String decide(
            @PathVariable long caseId,
            @PathVariable long aidId,
            @RequestParam("etat") AidRequest.State state,
            @RequestParam(name = "accorde", defaultValue = "") String granted,
            RedirectAttributes redirect) {
        var cents = granted.isBlank() ? null : Long.valueOf(cents(granted));
        Retry.onConflict(() -> aids.decide(aidId, state, cents));
        return back(caseId, "decided", redirect);
    }

    @PostMapping("/mesures")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String propose(
            @PathVariable long caseId,
            @RequestParam("mesure") Relief.Kind kind,
            @RequestParam("beneficiaire") Relief.Beneficiary beneficiary,
            @RequestParam("montant") String amount,
            @RequestParam(name = "jusquau", defaultValue = "") String until,
            @RequestParam(name = "mois", required = false) @Nullable Integer months,
            @RequestParam("motif") String reason,
            RedirectAttributes redirect) {
        var proposed = new Reliefs.Proposed(
                beneficiary, kind, cents(amount), until.isBlank() ? null : date(until), months, reason);
        Retry.onConflict(() -> reliefs.propose(caseId, proposed));
        return back(caseId, "proposed", redirect);
    }

    private static String back(long caseId, String done, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", done);
        return "redirect:/impayes/" + caseId + "/aides";
    }

    private static long cents(String text) {
        return Money.read(text).map(Money::cents).orElseThrow(() -> new UserError("plan.error.amount"));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new UserError("plan.error.date");
        }
    }
}

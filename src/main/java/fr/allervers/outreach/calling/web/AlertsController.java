package fr.allervers.outreach.calling.web;

import fr.allervers.outreach.calling.Grade;
import fr.allervers.outreach.calling.ThirdPartyAlerts;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.ActDetails;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writes down what a neighbour, a caretaker or a relative tells of a household. */
@Controller
@RequestMapping("/alertes/nouvelle")
@RolesAllowed({
    Roles.SOCIAL_ADVISOR,
    Roles.CALLER,
    Roles.RENT_OFFICER,
    Roles.FIELD_MANAGER,
    Roles.ALLOCATION_OFFICER,
    Roles.SUPERVISOR,
    Roles.DIRECTOR,
    Roles.ADMINISTRATOR
})
class AlertsController {

    private final ThirdPartyAlerts alerts;
    private final Households households;
    private final CurrentStaff currentStaff;

    AlertsController(ThirdPartyAlerts alerts, Households households, CurrentStaff currentStaff) {
        this.alerts = alerts;
        this.households = households;
        this.currentStaff = currentStaff;
    }

    @GetMapping
    String show(
            @RequestParam(name = "mots", defaultValue = "") String words,
            @RequestParam(name = "foyer", required = false) @Nullable Long householdId,
            @RequestParam(name = "apres", required = false) @Nullable String after,
            Model model) {
        if (householdId != null) {
            model.addAttribute("form", AlertForm.about(householdId));
            return form(householdId, model);
        }
        model.addAttribute("words", words);
        model.addAttribute("found", words.isBlank() ? null : households.search(words, currentStaff.require(), after));
        return "outreach/calling/alert";
    }

    @PostMapping
    String raise(
            @Valid @ModelAttribute("form") AlertForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        if (form == null || errors.getTarget() == null) {
            throw new UserError("calling.alert.error.malformed");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(form.foyer(), model);
        }
        ActDetails.about("household", form.foyer());
        var call = Retry.onConflict(() -> alerts.raise(form.alert()));
        if (currentStaff.require().isAny(Role.SUPERVISOR, Role.SOCIAL_ADVISOR, Role.DIRECTOR)) {
            return "redirect:/dossiers/household-call/" + call;
        }
        // The case is for those who follow it; who told of it learns that it arrived.
        after.addFlashAttribute("reported", true);
        return "redirect:/mes-appels";
    }

    private String form(long householdId, Model model) {
        ActDetails.about("household", householdId);
        Household household = households.require(householdId);
        currentStaff.requireAgency(household.agencyId());
        model.addAttribute("household", household);
        model.addAttribute("sources", AlertForm.SOURCES);
        model.addAttribute("grades", Grade.values());
        return "outreach/calling/alert";
    }
}

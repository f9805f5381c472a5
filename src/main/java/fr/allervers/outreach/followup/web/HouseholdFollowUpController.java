package fr.allervers.outreach.followup.web;

import fr.allervers.outreach.followup.HouseholdFollowUp;
import fr.allervers.outreach.followup.RegularCalls;
import fr.allervers.outreach.followup.RegularCalls.End;
import fr.allervers.shared.Retry;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What follows the calls to a household: a page, and the section that other pages take in. */
@Controller
@RequestMapping("/suivis")
class HouseholdFollowUpController {

    private final HouseholdFollowUp followUp;
    private final RegularCalls regularCalls;

    HouseholdFollowUpController(HouseholdFollowUp followUp, RegularCalls regularCalls) {
        this.followUp = followUp;
        this.regularCalls = regularCalls;
    }

    @GetMapping("/foyers/{householdId}")
    @RolesAllowed({Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR, Roles.DIRECTOR, Roles.FIELD_MANAGER})
    String section(
            @PathVariable long householdId,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        model.addAttribute("section", followUp.of(householdId));
        model.addAttribute("ends", List.of(End.TENANT, End.BETTER, End.RELAYED));
        return fragment ? "followup/household :: section" : "followup/household";
    }

    @PostMapping("/foyers/{householdId}/series/{seriesId}/fin")
    @RolesAllowed({Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String end(@PathVariable long householdId, @PathVariable long seriesId, @RequestParam("pourquoi") End because) {
        Retry.onConflict(() -> regularCalls.end(seriesId, because));
        return "redirect:/suivis/foyers/" + householdId;
    }
}

package fr.allervers.outreach.followup.web;

import fr.allervers.outreach.followup.RegularCalls;
import fr.allervers.outreach.followup.RegularCalls.End;
import fr.allervers.shared.Retry;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The acts of the section « Suivis » of the household page. */
@Controller
@RequestMapping("/suivis")
class HouseholdFollowUpController {

    private final RegularCalls regularCalls;

    HouseholdFollowUpController(RegularCalls regularCalls) {
        this.regularCalls = regularCalls;
    }

    @PostMapping("/foyers/{householdId}/series/{seriesId}/fin")
    @RolesAllowed({Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String end(@PathVariable long householdId, @PathVariable long seriesId, @RequestParam("pourquoi") End because) {
        Retry.onConflict(() -> regularCalls.end(seriesId, because));
        return "redirect:/locataires/" + householdId + "#suivis";
    }
}

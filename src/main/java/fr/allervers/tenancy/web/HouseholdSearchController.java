package fr.allervers.tenancy.web;

import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Roles;
import fr.allervers.tenancy.Households;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a household of one's agencies. Callers have no part in it: they see the households handed to them. */
@Controller
class HouseholdSearchController {

    private final Households households;
    private final CurrentStaff currentStaff;

    HouseholdSearchController(Households households, CurrentStaff currentStaff) {
        this.households = households;
        this.currentStaff = currentStaff;
    }

    @GetMapping("/locataires")
    @RolesAllowed({
        Roles.SOCIAL_ADVISOR,
        Roles.RENT_OFFICER,
        Roles.FIELD_MANAGER,
        Roles.ALLOCATION_OFFICER,
        Roles.SUPERVISOR,
        Roles.DIRECTOR,
        Roles.ADMINISTRATOR
    })
    String search(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "apres", required = false) @Nullable String after,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @RequestHeader(name = "HX-History-Restore-Request", required = false) @Nullable String restore,
            Model model) {
        var asked = words.length() > 200 ? words.substring(0, 200) : words;
        model.addAttribute("words", asked);
        model.addAttribute("found", households.search(asked, currentStaff.require(), after));
        model.addAttribute("continued", after != null);
        if (htmx == null || restore != null) {
            return "tenancy/search";
        }
        return after == null ? "tenancy/search :: results" : "tenancy/search :: hits";
    }
}

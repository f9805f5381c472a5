package fr.allervers.privacy.web;

import fr.allervers.privacy.Resealing;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Which key has sealed how much, while keys are changed. */
@Controller
class KeysController {

    private final Resealing resealing;

    KeysController(Resealing resealing) {
        this.resealing = resealing;
    }

    @GetMapping("/donnees-personnelles/chiffrement")
    @RolesAllowed(Roles.ADMINISTRATOR)
    String page(Model model) {
        var counts = resealing.counts();
        model.addAttribute("counts", counts);
        model.addAttribute(
                "left",
                counts.stream()
                        .filter(count -> !count.current())
                        .mapToInt(Resealing.Count::values)
                        .sum());
        return "privacy/keys";
    }
}

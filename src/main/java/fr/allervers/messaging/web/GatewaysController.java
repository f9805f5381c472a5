package fr.allervers.messaging.web;

import fr.allervers.messaging.gateway.Gateways;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How it stands with the gateways, and one message to try them. */
@Controller
@RequestMapping("/messages/passerelles")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
class GatewaysController {

    private final Gateways gateways;

    GatewaysController(Gateways gateways) {
        this.gateways = gateways;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("view", gateways.view());
        model.addAttribute("key", UUID.randomUUID());
        return "messaging/gateways";
    }

    @PostMapping("/essai")
    String trial(@RequestParam("cle") UUID key, @RequestParam("numero") String number, RedirectAttributes after) {
        gateways.sendTrial(key, number);
        after.addFlashAttribute("tried", number);
        return "redirect:/messages/passerelles";
    }
}

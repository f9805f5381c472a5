package fr.allervers.staff.web;

import fr.allervers.shared.web.Navigation;
import jakarta.annotation.security.PermitAll;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: the first entry of one's navigation. */
@Controller
class HomeController {

    private final Navigation navigation;

    HomeController(Navigation navigation) {
        this.navigation = navigation;
    }

    @GetMapping("/")
    @PermitAll
    String home() {
        return navigation.entries().stream()
                .findFirst()
                .map(entry -> "redirect:" + entry.path())
                .orElse("redirect:/accessibilite");
    }

    @GetMapping("/accessibilite")
    @PermitAll
    String accessibility() {
        return "staff/accessibility";
    }
}

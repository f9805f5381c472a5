package fr.allervers.inventory.settlement.web;

import fr.allervers.inventory.settlement.RepairRates;
import fr.allervers.inventory.template.InventoryTemplates;
import fr.allervers.shared.Money;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The landlord's scale of repairs: prices by the day they count from. */
@Controller
@RequestMapping("/etats-des-lieux/reglages/bareme")
class RateController {

    private final RepairRates rates;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    RateController(RepairRates rates, CurrentStaff currentStaff, Clock clock) {
        this.rates = rates;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    @GetMapping
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
    String page(Model model) {
        var today = LocalDate.now(clock);
        model.addAttribute(
                "repairs",
                rates.versions().stream()
                        .collect(Collectors.groupingBy(
                                RepairRates.Version::code, LinkedHashMap::new, Collectors.toList())));
        model.addAttribute("materials", InventoryTemplates.MATERIALS);
        model.addAttribute("units", RepairRates.UNITS);
        model.addAttribute("today", today);
        model.addAttribute("tomorrow", today.plusDays(1));
        model.addAttribute("mayAdd", currentStaff.require().is(Role.ADMINISTRATOR));
        return "inventory/rates";
    }

    /** Another price; none takes the repair out of the scale. */
    @PostMapping("/prix")
    @RolesAllowed(Roles.ADMINISTRATOR)
    String reprice(
            @RequestParam("reparation") String code,
            @RequestParam(name = "prix", defaultValue = "") String price,
            @RequestParam(name = "retirer", defaultValue = "false") boolean withdraw,
            @RequestParam("jour") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam("source") String source,
            RedirectAttributes after) {
        rates.reprice(code, withdraw ? null : cents(price), from, source);
        return done(after);
    }

    @PostMapping
    @RolesAllowed(Roles.ADMINISTRATOR)
    String add(
            @RequestParam("nom") String label,
            @RequestParam(name = "materiau", defaultValue = "") String material,
            @RequestParam("unite") String unit,
            @RequestParam("prix") String price,
            @RequestParam("jour") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam("source") String source,
            RedirectAttributes after) {
        rates.add(label, material.isBlank() ? null : material, unit, cents(price), from, source);
        return done(after);
    }

    private static long cents(String text) {
        return Money.read(text).map(Money::cents).orElseThrow(() -> new UserError("inventory.error.rate-price"));
    }

    private static String done(RedirectAttributes after) {
        after.addFlashAttribute("notice", "inventory.done");
        return "redirect:/etats-des-lieux/reglages/bareme";
    }
}

package fr.allervers.inventory.settings.web;

import fr.allervers.inventory.settings.HeatingStarts;
import fr.allervers.inventory.settings.InventorySetting;
import fr.allervers.inventory.settings.InventorySettings;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When which building is heated from, several at once. */
@Controller
@RequestMapping("/etats-des-lieux/reglages/chauffe")
class HeatingController {

    private final HeatingStarts starts;
    private final InventorySettings settings;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    HeatingController(HeatingStarts starts, InventorySettings settings, CurrentStaff currentStaff, Clock clock) {
        this.starts = starts;
        this.settings = settings;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    @GetMapping
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
    String page(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "apres", required = false) @Nullable String after,
            Model model) {
        model.addAttribute("words", words);
        model.addAttribute("buildings", starts.page(words, after));
        model.addAttribute("usual", settings.today().number(InventorySetting.HEATING_FROM));
        model.addAttribute("tomorrow", LocalDate.now(clock).plusDays(1));
        model.addAttribute("mayAdd", currentStaff.require().is(Role.ADMINISTRATOR));
        return "inventory/heating";
    }

    @PostMapping
    @RolesAllowed(Roles.ADMINISTRATOR)
    String add(
            @RequestParam(name = "immeuble", defaultValue = "") List<Long> buildings,
            @RequestParam("debut") String start,
            @RequestParam("jour") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam("source") String source,
            @RequestParam(name = "q", defaultValue = "") String words,
            RedirectAttributes after) {
        starts.add(buildings, start, from, source);
        after.addFlashAttribute("notice", "inventory.done");
        after.addAttribute("q", words);
        return "redirect:/etats-des-lieux/reglages/chauffe";
    }
}

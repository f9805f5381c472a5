package fr.allervers.inventory.settings.web;

import fr.allervers.inventory.settings.InventorySetting;
import fr.allervers.inventory.settings.InventorySettings;
import fr.allervers.inventory.settlement.WearGrids;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dated settings and the wear grids, with their sources. */
@Controller
@RequestMapping("/etats-des-lieux/reglages")
class InventorySettingsController {

    private static final Pattern DAY_AND_MONTH = Pattern.compile("(\\d{1,2})/(\\d{1,2})");

    private final InventorySettings settings;
    private final WearGrids grids;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    InventorySettingsController(InventorySettings settings, WearGrids grids, CurrentStaff currentStaff, Clock clock) {
        this.settings = settings;
        this.grids = grids;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    @GetMapping
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
    String page(Model model) {
        var today = LocalDate.now(clock);
        model.addAttribute("values", settings.values());
        model.addAttribute("now", settings.today().values());
        model.addAttribute("all", InventorySetting.values());
        model.addAttribute(
                "grids",
                grids.all().stream()
                        .collect(Collectors.toMap(
                                grid -> grid,
                                grid -> grids.lines(grid.id()),
                                (one, other) -> one,
                                java.util.LinkedHashMap::new)));
        model.addAttribute("tomorrow", today.plusDays(1));
        model.addAttribute("today", today);
        model.addAttribute("mayAdd", currentStaff.require().is(Role.ADMINISTRATOR));
        return "inventory/settings";
    }

    @PostMapping
    @RolesAllowed(Roles.ADMINISTRATOR)
    String add(
            @RequestParam("reglage") InventorySetting setting,
            @RequestParam("jour") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam("valeur") String value,
            @RequestParam("source") String source,
            @RequestParam(name = "confirmer", defaultValue = "false") boolean toConfirm,
            RedirectAttributes after) {
        settings.add(setting, from, read(value.strip()), source, toConfirm);
        after.addFlashAttribute("notice", "inventory.done");
        return "redirect:/etats-des-lieux/reglages";
    }

    private static long read(String value) {
        var day = DAY_AND_MONTH.matcher(value);
        if (day.matches()) {
            return Long.parseLong(day.group(2)) * 100 + Long.parseLong(day.group(1));
        }
        if (!value.matches("\\d{1,6}")) {
            throw new UserError("inventory.error.setting-value");
        }
        return Long.parseLong(value);
    }
}

package fr.allervers.allocation.candidacy.web;

import fr.allervers.allocation.candidacy.AllocationSetting;
import fr.allervers.allocation.candidacy.AllocationSettings;
import fr.allervers.allocation.candidacy.Ceilings;
import fr.allervers.shared.Money;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dated settings and ceilings of allocation: shown with their sources, settings added to by administrators. */
@Controller
@RequestMapping("/attributions/reglages")
class AllocationSettingsController {

    private final AllocationSettings settings;
    private final Ceilings ceilings;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    AllocationSettingsController(
            AllocationSettings settings, Ceilings ceilings, CurrentStaff currentStaff, Clock clock) {
        this.settings = settings;
        this.ceilings = ceilings;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    @GetMapping
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    String page(Model model) {
        model.addAttribute("values", settings.values());
        model.addAttribute("ceilings", ceilings.all());
        model.addAttribute("all", AllocationSetting.values());
        model.addAttribute("tomorrow", LocalDate.now(clock).plusDays(1));
        model.addAttribute("mayAdd", currentStaff.require().is(Role.ADMINISTRATOR));
        return "candidacy/settings";
    }

    @PostMapping
    @RolesAllowed(Roles.ADMINISTRATOR)
    String add(
            @RequestParam("reglage") AllocationSetting setting,
            @RequestParam("jour") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam("valeur") String value,
            @RequestParam("source") String source,
            @RequestParam(name = "confirmer", defaultValue = "false") boolean toConfirm,
            RedirectAttributes after) {
        settings.add(setting, from, read(setting, value.strip()), source, toConfirm);
        after.addFlashAttribute("notice", "candidacy.done");
        return "redirect:/attributions/reglages";
    }

    private static long read(AllocationSetting setting, String value) {
        if (setting.unit() == AllocationSetting.Unit.CENTS) {
            return Money.read(value)
                    .map(Money::cents)
                    .orElseThrow(() -> new UserError("candidacy.error.setting-value"));
        }
        if (!value.matches("\\d{1,6}")) {
            throw new UserError("candidacy.error.setting-value");
        }
        return Long.parseLong(value);
    }
}

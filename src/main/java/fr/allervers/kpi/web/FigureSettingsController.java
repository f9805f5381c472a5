package fr.allervers.kpi.web;

import fr.allervers.kpi.figure.Area;
import fr.allervers.kpi.figure.Dashboards;
import fr.allervers.kpi.figure.Figure;
import fr.allervers.kpi.figure.FigureSettings;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Targets and limits of the figures: read by those who lead, set by the director. */
@Controller
class FigureSettingsController {

    private final FigureSettings settings;
    private final Dashboards dashboards;

    FigureSettingsController(FigureSettings settings, Dashboards dashboards) {
        this.settings = settings;
        this.dashboards = dashboards;
    }

    @GetMapping("/tableau/reglages")
    @RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(Model model) {
        model.addAttribute("settings", settings.all());
        model.addAttribute("figures", Arrays.asList(Figure.values()));
        model.addAttribute("areas", List.of(Area.values()));
        model.addAttribute("maySet", dashboards.reader().is(Role.DIRECTOR));
        return "kpi/settings";
    }

    @PostMapping("/tableau/reglages")
    @RolesAllowed(Roles.DIRECTOR)
    String set(
            @RequestParam("chiffre") String figure,
            @RequestParam(name = "objectif", defaultValue = "") String target,
            @RequestParam(name = "seuil", defaultValue = "") String alertAt,
            RedirectAttributes after) {
        var of = Figure.at(figure).orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "error.404.what"));
        settings.set(of, number(target), number(alertAt));
        after.addFlashAttribute("notice", "kpi.settings.saved");
        return "redirect:/tableau/reglages#" + figure;
    }

    private static @Nullable BigDecimal number(String typed) {
        var plain = typed.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        if (plain.isEmpty()) {
            return null;
        }
        if (!plain.matches("\\d{1,9}(\\.\\d)?")) {
            throw new UserError("kpi.error.number");
        }
        return new BigDecimal(plain);
    }
}

package fr.allervers.inventory.settlement.web;

import fr.allervers.inventory.settlement.GridEntry;
import fr.allervers.inventory.settlement.GridVersions;
import fr.allervers.inventory.settlement.WearGrids;
import fr.allervers.inventory.settlement.WearLine;
import fr.allervers.inventory.settlement.WearPolicy;
import fr.allervers.inventory.template.InventoryTemplates;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Another version of the wear grid: begun from the latest, given back as it was typed when something in it cannot be. */
@Controller
@RequestMapping("/etats-des-lieux/reglages/grilles")
class GridController {

    private final WearGrids grids;
    private final GridVersions versions;
    private final Clock clock;

    GridController(WearGrids grids, GridVersions versions, Clock clock) {
        this.grids = grids;
        this.versions = versions;
        this.clock = clock;
    }

    @GetMapping("/nouvelle")
    @RolesAllowed(Roles.ADMINISTRATOR)
    String form(Model model) {
        var typed = new HashMap<String, String>();
        grids.all().stream().findFirst().ifPresent(latest -> {
            typed.put("nom", latest.name());
            typed.put("arrondi", latest.rounding().name());
            grids.lines(latest.id()).forEach(line -> {
                typed.put("vie-" + line.material(), Integer.toString(line.lifeYears()));
                typed.put("franchise-" + line.material(), Integer.toString(line.franchiseYears()));
                typed.put("taux-" + line.material(), Integer.toString(line.yearlyPercent()));
                typed.put("reste-" + line.material(), Integer.toString(line.residualPercent()));
            });
        });
        return shown(typed, model);
    }

    private String shown(Map<String, String> typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("materials", InventoryTemplates.MATERIALS);
        model.addAttribute("tomorrow", LocalDate.now(clock).plusDays(1));
        return "inventory/grid";
    }

    @PostMapping
    @RolesAllowed(Roles.ADMINISTRATOR)
    String add(
            @RequestParam("jour") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam("arrondi") WearPolicy.Rounding rounding,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            versions.add(new GridEntry(
                    typed.getOrDefault("nom", ""),
                    from,
                    rounding,
                    lines(typed),
                    typed.getOrDefault("source", ""),
                    typed.containsKey("confirmer")));
        } catch (UserError e) {
            response.setStatus(e.status().value());
            model.addAttribute("refused", e.messageKey());
            return shown(typed, model);
        }
        return done(after);
    }

    private static List<WearLine> lines(Map<String, String> typed) {
        return InventoryTemplates.MATERIALS.stream()
                .map(material -> new WearLine(
                        material,
                        number(typed, "vie-" + material),
                        number(typed, "franchise-" + material),
                        number(typed, "taux-" + material),
                        number(typed, "reste-" + material)))
                .toList();
    }

    private static int number(Map<String, String> typed, String name) {
        var text = typed.getOrDefault(name, "").strip();
        if (!text.matches("\\d{1,3}")) {
            throw new UserError("inventory.error.grid-line");
        }
        return Integer.parseInt(text);
    }

    /** A version that does not count yet may be taken back. */
    @PostMapping("/{id:\\d+}/retrait")
    @RolesAllowed(Roles.ADMINISTRATOR)
    String withdraw(@PathVariable long id, RedirectAttributes after) {
        versions.withdraw(id);
        return done(after);
    }

    private static String done(RedirectAttributes after) {
        after.addFlashAttribute("notice", "inventory.done");
        return "redirect:/etats-des-lieux/reglages#grilles";
    }
}

package fr.allervers.inventory.template.web;

import fr.allervers.inventory.template.InventoryTemplates;
import fr.allervers.inventory.template.TemplateItem;
import fr.allervers.shared.Retry;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The templates: what is asked of which kind of dwelling. */
@Controller
@RequestMapping("/etats-des-lieux/modeles")
class TemplateController {

    private final InventoryTemplates templates;

    TemplateController(InventoryTemplates templates) {
        this.templates = templates;
    }

    @GetMapping
    @RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    String page(@RequestParam(name = "type", defaultValue = "T3") String typology, Model model) {
        model.addAttribute("typologies", templates.typologies());
        model.addAttribute("typology", typology);
        model.addAttribute(
                "rooms",
                templates.of(typology).stream()
                        .collect(Collectors.groupingBy(TemplateItem::room, LinkedHashMap::new, Collectors.toList())));
        model.addAttribute("materials", InventoryTemplates.MATERIALS);
        return "inventory/templates";
    }

    @PostMapping("/{typology}/elements")
    @RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    String add(
            @PathVariable String typology,
            @RequestParam("piece") String room,
            @RequestParam("sorte") String kind,
            @RequestParam("nom") String label,
            @RequestParam(name = "materiau", defaultValue = "") String material,
            @RequestParam(name = "photo", defaultValue = "false") boolean photo,
            RedirectAttributes after) {
        return done(
                typology,
                () -> templates.add(typology, room, kind, label, material.isBlank() ? null : material, photo),
                after);
    }

    @PostMapping("/{typology}/elements/{itemId}/retrait")
    @RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    String remove(@PathVariable String typology, @PathVariable long itemId, RedirectAttributes after) {
        return done(typology, () -> templates.remove(typology, itemId), after);
    }

    @PostMapping("/{typology}/elements/{itemId}/photo")
    @RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    String photo(
            @PathVariable String typology,
            @PathVariable long itemId,
            @RequestParam(name = "photo", defaultValue = "false") boolean photo,
            RedirectAttributes after) {
        return done(typology, () -> templates.askPhoto(typology, itemId, photo), after);
    }

    private static String done(String typology, Runnable act, RedirectAttributes after) {
        Retry.onConflict(act);
        after.addFlashAttribute("notice", "inventory.done");
        after.addAttribute("type", typology);
        return "redirect:/etats-des-lieux/modeles";
    }
}

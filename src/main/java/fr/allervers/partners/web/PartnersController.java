package fr.allervers.partners.web;

import fr.allervers.partners.PartnerDirectory;
import fr.allervers.partners.PartnerKind;
import fr.allervers.partners.PartnerSheet;
import fr.allervers.partners.Service;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The directory of partners: all staff read it, supervisors and administrators keep it. */
@Controller
@RequestMapping("/partenaires")
class PartnersController {

    private final PartnerDirectory directory;
    private final CurrentStaff currentStaff;

    PartnersController(PartnerDirectory directory, CurrentStaff currentStaff) {
        this.directory = directory;
        this.currentStaff = currentStaff;
    }

    @GetMapping
    @RolesAllowed({
        Roles.SOCIAL_ADVISOR,
        Roles.CALLER,
        Roles.RENT_OFFICER,
        Roles.FIELD_MANAGER,
        Roles.ALLOCATION_OFFICER,
        Roles.SUPERVISOR,
        Roles.DIRECTOR,
        Roles.ADMINISTRATOR
    })
    String list(
            @RequestParam(name = "commune", required = false) @Nullable String insee,
            @RequestParam(name = "service", required = false) @Nullable Service service,
            @RequestParam(name = "inactifs", defaultValue = "false") boolean withInactive,
            Model model) {
        var commune = insee == null || insee.isBlank() ? null : insee;
        model.addAttribute("partners", directory.list(commune, service, withInactive));
        model.addAttribute("coverage", directory.coverage());
        model.addAttribute("commune", commune);
        model.addAttribute("service", service);
        model.addAttribute("withInactive", withInactive);
        model.addAttribute("services", Service.values());
        model.addAttribute("mayWrite", currentStaff.require().isAny(Role.SUPERVISOR, Role.ADMINISTRATOR));
        return "partners/list";
    }

    @GetMapping("/nouveau")
    @RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    String empty(Model model) {
        model.addAttribute("form", PartnerForm.empty());
        return page(model, null);
    }

    @PostMapping("/nouveau")
    @RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    String add(
            @Valid @ModelAttribute("form") PartnerForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes after) {
        check(form, errors);
        if (errors.hasErrors()) {
            return page(model, null);
        }
        directory.add(form.entry());
        after.addFlashAttribute("saved", form.name());
        return "redirect:/partenaires";
    }

    @GetMapping("/{id}")
    @RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    String edit(@PathVariable long id, Model model) {
        var sheet = require(id);
        model.addAttribute("form", PartnerForm.of(sheet));
        return page(model, sheet);
    }

    @PostMapping("/{id}")
    @RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") PartnerForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes after) {
        check(form, errors);
        if (errors.hasErrors()) {
            return page(model, require(id));
        }
        directory.change(id, form.version(), form.entry());
        after.addFlashAttribute("saved", form.name());
        return "redirect:/partenaires";
    }

    @PostMapping("/{id}/etat")
    @RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    String setActive(
            @PathVariable long id, @RequestParam int version, @RequestParam boolean active, RedirectAttributes after) {
        directory.setActive(id, version, active);
        after.addFlashAttribute("saved", require(id).name());
        return "redirect:/partenaires";
    }

    /** Values that our page never sends leave no form at all. */
    private void check(@Nullable PartnerForm form, BindingResult errors) {
        if (form == null || errors.getTarget() == null) {
            throw new UserError("partners.error.malformed");
        }
        if (form.insees() != null && !directory.knows(form.insees())) {
            errors.rejectValue("insees", "partners.error.communes");
        }
    }

    private String page(Model model, @Nullable PartnerSheet sheet) {
        model.addAttribute("partner", sheet);
        model.addAttribute("kinds", PartnerKind.values());
        model.addAttribute("services", Service.values());
        model.addAttribute("communes", directory.communes());
        return "partners/edit";
    }

    private PartnerSheet require(long id) {
        return directory.find(id).orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "partners.not-found"));
    }
}

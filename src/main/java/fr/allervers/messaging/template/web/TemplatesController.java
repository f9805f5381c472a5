package fr.allervers.messaging.template.web;

import fr.allervers.messaging.Importance;
import fr.allervers.messaging.template.MessageField;
import fr.allervers.messaging.template.MessageTemplates;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The landlord's texts, for who may change them. */
@Controller
@RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
class TemplatesController {

    private final MessageTemplates templates;
    private final MessageSource messages;

    TemplatesController(MessageTemplates templates, MessageSource messages) {
        this.templates = templates;
        this.messages = messages;
    }

    @GetMapping("/messages/modeles")
    String list(Model model) {
        model.addAttribute("templates", templates.all());
        return "messaging/template/list";
    }

    @GetMapping("/messages/modeles/nouveau")
    String create(Model model) {
        return page(model, TemplateForm.blank(), null);
    }

    @GetMapping("/messages/modeles/{id:\\d+}")
    String edit(@PathVariable long id, Model model) {
        return page(model, TemplateForm.of(templates.require(id)), id);
    }

    @PostMapping("/messages/modeles/nouveau")
    String add(@ModelAttribute("form") TemplateForm form, Model model, HttpServletResponse response) {
        try {
            templates.add(form.getName(), form.getImportance(), form.written());
            return "redirect:/messages/modeles";
        } catch (UserError e) {
            return failed(e, form, null, model, response);
        }
    }

    @PostMapping("/messages/modeles/{id:\\d+}")
    String change(
            @PathVariable long id,
            @ModelAttribute("form") TemplateForm form,
            Model model,
            HttpServletResponse response) {
        try {
            templates.change(id, form.getVersion(), form.getName(), form.getImportance(), form.written());
            return "redirect:/messages/modeles";
        } catch (UserError e) {
            return failed(e, form, id, model, response);
        }
    }

    @PostMapping("/messages/modeles/{id:\\d+}/retirer")
    String retire(@PathVariable long id) {
        templates.retire(id);
        return "redirect:/messages/modeles";
    }

    private String failed(
            UserError e, TemplateForm form, @Nullable Long id, Model model, HttpServletResponse response) {
        response.setStatus(e.status().value());
        model.addAttribute("problem", messages.getMessage(e.messageKey(), e.args(), LocaleContextHolder.getLocale()));
        return page(model, form, id);
    }

    private String page(Model model, TemplateForm form, @Nullable Long id) {
        model.addAttribute("form", form);
        model.addAttribute("templateId", id);
        model.addAttribute("automatic", id != null && templates.require(id).automatic());
        model.addAttribute("languages", MessageTemplates.LANGUAGES);
        model.addAttribute("importances", Importance.values());
        model.addAttribute("fields", MessageField.values());
        return "messaging/template/edit";
    }
}

package fr.allervers.messaging.mailing.web;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.Importance;
import fr.allervers.messaging.mailing.AudienceKind;
import fr.allervers.messaging.mailing.MailingAudiences;
import fr.allervers.messaging.mailing.Mailings;
import fr.allervers.messaging.mailing.Previews;
import fr.allervers.messaging.template.MessageField;
import fr.allervers.messaging.template.MessageTemplates;
import fr.allervers.shared.CsvExport;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.Downloads;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The composer: one page, usable on a phone in under a minute; every part works as a plain form too. */
@Controller
@RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTOR})
class ComposerController {

    private static final String PAGE = "messaging/mailing/composer";

    private final ComposerForms forms;
    private final Mailings mailings;
    private final MailingAudiences audiences;
    private final Previews previews;
    private final MessageTemplates templates;
    private final MessageSource messages;

    ComposerController(
            ComposerForms forms,
            Mailings mailings,
            MailingAudiences audiences,
            Previews previews,
            MessageTemplates templates,
            MessageSource messages) {
        this.forms = forms;
        this.mailings = mailings;
        this.audiences = audiences;
        this.previews = previews;
        this.templates = templates;
        this.messages = messages;
    }

    @GetMapping("/messages/nouveau")
    String create(
            @RequestParam(name = "public", required = false) @Nullable AudienceKind kind,
            @RequestParam(name = "choix", required = false) @Nullable String place,
            @RequestParam(name = "modele", required = false) @Nullable Long template,
            Model model) {
        var form = forms.blank();
        if (kind != null) {
            form.setKind(kind);
        }
        form.setPlace(place);
        if (template != null) {
            forms.take(form, template);
        }
        return page(model, form, null);
    }

    @GetMapping("/messages/{id:\\d+}/modifier")
    String edit(@PathVariable long id, Model model) {
        return page(model, forms.of(mailings.read(id)), id);
    }

    /** Buildings or stairwells found, as choices. */
    @PostMapping("/messages/nouveau/lieux")
    String places(
            @ModelAttribute("form") ComposerForm form,
            @RequestParam(required = false) @Nullable Long mailing,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        var page = page(model, form, mailing);
        return fragment ? page + " :: places" : page;
    }

    /** The fields of another kind of audience. */
    @PostMapping("/messages/nouveau/public")
    String audience(
            @ModelAttribute("form") ComposerForm form,
            @RequestParam(required = false) @Nullable Long mailing,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        form.setPlace(null);
        var page = page(model, form, mailing);
        return fragment ? page + " :: audience" : page;
    }

    /** The texts of the template chosen. */
    @PostMapping("/messages/nouveau/modele")
    String template(
            @ModelAttribute("form") ComposerForm form,
            @RequestParam(required = false) @Nullable Long mailing,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        if (form.getTemplate() != null) {
            form.setName("");
            forms.take(form, form.getTemplate());
        }
        var page = page(model, form, mailing);
        return fragment ? page + " :: texts" : page;
    }

    @PostMapping("/messages/nouveau/apercu")
    String preview(
            @ModelAttribute("form") ComposerForm form,
            @RequestParam(required = false) @Nullable Long mailing,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        addPreview(model, form);
        var page = page(model, form, mailing);
        return fragment ? page + " :: preview" : page;
    }

    @PostMapping("/messages/nouveau/injoignables.csv")
    void unreachable(@ModelAttribute("form") ComposerForm form, HttpServletResponse response) throws IOException {
        var order = forms.order(form);
        try (var csv = new CsvExport(
                Downloads.csv(response, "injoignables.csv"),
                text("mailing.csv.code"),
                text("mailing.csv.household"),
                text("mailing.csv.address"),
                text("mailing.csv.postcode"),
                text("mailing.csv.commune"),
                text("mailing.csv.reason"))) {
            previews.unreachable(order, one -> {
                try {
                    csv.row(
                            one.code(),
                            one.name(),
                            one.address(),
                            one.postcode(),
                            one.commune(),
                            text("mailing.unreachable." + one.reason()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @PostMapping("/messages/nouveau")
    String save(
            @ModelAttribute("form") ComposerForm form,
            @RequestParam(required = false) @Nullable Long mailing,
            @RequestParam(defaultValue = "send") String act,
            Model model,
            HttpServletResponse response) {
        try {
            var order = forms.order(form);
            var id = Retry.onConflict(() -> {
                if (mailing == null) {
                    return mailings.draft(order);
                }
                mailings.change(mailing, order);
                return mailing;
            });
            if (act.equals("send")) {
                try {
                    Retry.onConflict(() -> mailings.send(id, order));
                } catch (UserError e) {
                    // The draft is kept; what is wrong stands above it.
                    return failed(e, form, id, model, response);
                }
            }
            return "redirect:/messages/" + id;
        } catch (UserError e) {
            return failed(e, form, mailing, model, response);
        }
    }

    private String failed(
            UserError e, ComposerForm form, @Nullable Long mailing, Model model, HttpServletResponse response) {
        response.setStatus(e.status().value());
        model.addAttribute("problem", text(e.messageKey(), e.args()));
        return page(model, form, mailing);
    }

    private void addPreview(Model model, ComposerForm form) {
        try {
            var order = forms.order(form);
            order.texts().values().forEach(text -> text.check(java.util.Set.of()));
            model.addAttribute("preview", previews.of(order));
        } catch (UserError e) {
            model.addAttribute("previewProblem", text(e.messageKey(), e.args()));
        }
    }

    private String page(Model model, ComposerForm form, @Nullable Long mailing) {
        model.addAttribute("form", form);
        model.addAttribute("mailingId", mailing);
        model.addAttribute("kinds", kinds(form));
        model.addAttribute("importances", Importance.values());
        model.addAttribute("allChannels", Channel.values());
        model.addAttribute("templates", templates.forPeople());
        model.addAttribute("places", places(form));
        model.addAttribute("chosen", chosen(form));
        model.addAttribute("fields", MessageField.values());
        model.addAttribute("details", MessageField.ofAuthor());
        model.addAttribute("used", form.written().fields());
        return PAGE;
    }

    /** An inbox filter is chosen on the inbox's page only. */
    private static List<AudienceKind> kinds(ComposerForm form) {
        return java.util.Arrays.stream(AudienceKind.values())
                .filter(kind -> kind != AudienceKind.INBOX || form.getKind() == AudienceKind.INBOX)
                .toList();
    }

    private List<MailingAudiences.Place> places(ComposerForm form) {
        return switch (form.getKind()) {
            case BUILDING -> audiences.buildings(form.getQ());
            case STAIRWELL -> audiences.stairwells(form.getQ());
            case AGENCY -> audiences.agencies();
            case COMMUNE -> audiences.communes();
            case CAMPAIGN ->
                audiences.campaigns().stream()
                        .map(choice -> new MailingAudiences.Place(choice.key(), choice.name(), "", 0))
                        .toList();
            case EVERYONE, LIST, INBOX -> List.of();
        };
    }

    /** The place chosen before, so that it stays in sight while another is looked for. */
    private MailingAudiences.@Nullable Place chosen(ComposerForm form) {
        if (form.getPlace() == null) {
            return null;
        }
        try {
            return switch (form.getKind()) {
                case BUILDING -> audiences.building(form.getPlace());
                case STAIRWELL -> audiences.stairwell(form.getPlace());
                default -> null;
            };
        } catch (UserError e) {
            return null;
        }
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}

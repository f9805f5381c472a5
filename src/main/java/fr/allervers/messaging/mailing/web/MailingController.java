package fr.allervers.messaging.mailing.web;

import fr.allervers.messaging.mailing.Mailing;
import fr.allervers.messaging.mailing.MailingReports;
import fr.allervers.messaging.mailing.Mailings;
import fr.allervers.shared.CsvExport;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.Downloads;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The mailings and the report of each. */
@Controller
@RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTOR})
class MailingController {

    private final Mailings mailings;
    private final MailingReports reports;
    private final MessageSource messages;

    MailingController(Mailings mailings, MailingReports reports, MessageSource messages) {
        this.mailings = mailings;
        this.reports = reports;
        this.messages = messages;
    }

    @GetMapping("/messages")
    String list(@RequestParam(name = "avant", required = false) @Nullable Long before, Model model) {
        var page = mailings.page(before);
        model.addAttribute("mailings", page);
        model.addAttribute(
                "totals", reports.totals(page.items().stream().map(Mailing::id).toList()));
        return "messaging/mailing/list";
    }

    @GetMapping("/messages/{id:\\d+}")
    String report(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        var mailing = mailings.read(id);
        model.addAttribute("mailing", mailing);
        model.addAttribute("texts", new HashMap<>(mailings.texts(id)));
        model.addAttribute("report", reports.of(mailing));
        return fragment ? "messaging/mailing/report :: progress" : "messaging/mailing/report";
    }

    @PostMapping("/messages/{id:\\d+}/annuler")
    String cancel(@PathVariable long id) {
        Retry.onConflict(() -> mailings.cancel(id));
        return "redirect:/messages/" + id;
    }

    @GetMapping("/messages/{id:\\d+}/bilan.csv")
    void csv(@PathVariable long id, HttpServletResponse response) throws IOException {
        mailings.read(id);
        var head = List.of("code", "household", "address", "commune", "channel", "recipient", "state", "reason");
        try (var csv = new CsvExport(
                Downloads.csv(response, "message-" + id + ".csv"),
                head.stream().map(column -> text("mailing.csv." + column)).toArray(String[]::new))) {
            reports.lines(id, line -> {
                try {
                    csv.row(
                            line.household(),
                            line.name(),
                            line.address(),
                            line.commune(),
                            text("mailing.channel." + line.channel()),
                            line.recipient(),
                            text("mailing.fate." + line.state()),
                            reason(line.reason()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Ours have a word; those of gateways are words already. */
    private @Nullable String reason(@Nullable String reason) {
        return reason == null
                ? null
                : messages.getMessage("mailing.unreachable." + reason, null, reason, LocaleContextHolder.getLocale());
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

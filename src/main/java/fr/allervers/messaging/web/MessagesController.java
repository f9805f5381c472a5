package fr.allervers.messaging.web;

import fr.allervers.documents.PdfDocuments;
import fr.allervers.messaging.MessageState;
import fr.allervers.messaging.OutgoingMessages;
import fr.allervers.shared.Dates;
import fr.allervers.shared.web.Downloads;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The outbox as supervisors see it, and the letters to print. */
@Controller
@RequestMapping("/messages/sortants")
@RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTOR})
class MessagesController {

    private final OutgoingMessages messages;
    private final PdfDocuments pdf;
    private final Dates dates;

    MessagesController(OutgoingMessages messages, PdfDocuments pdf, Dates dates) {
        this.messages = messages;
        this.pdf = pdf;
        this.dates = dates;
    }

    @GetMapping
    String page(
            @RequestParam(name = "etat", required = false) @Nullable MessageState state,
            @RequestParam(name = "avant", required = false) @Nullable Long before,
            Model model) {
        model.addAttribute("state", state);
        model.addAttribute("states", MessageState.values());
        model.addAttribute("counts", messages.counts());
        model.addAttribute("messages", messages.page(state, before));
        model.addAttribute("letters", messages.letters());
        model.addAttribute("canSendSms", messages.canSendSms());
        return "messaging/messages";
    }

    @GetMapping("/lettres.pdf")
    ResponseEntity<byte[]> letters(@RequestParam("lettre") List<Long> ids) {
        return Downloads.shown("lettres.pdf", pdf.render("messaging/letter", Map.of("letters", sheets(ids))));
    }

    /** A letter as it lies on paper. */
    record Sheet(String recipient, String day, @Nullable String subject, String body) {}

    private List<Sheet> sheets(List<Long> ids) {
        return messages.letters(ids).stream()
                .map(letter ->
                        new Sheet(letter.recipient(), dates.day(letter.createdAt()), letter.subject(), letter.body()))
                .toList();
    }

    @PostMapping("/lettres/imprimees")
    String printed(@RequestParam("lettre") List<Long> ids, RedirectAttributes after) {
        after.addFlashAttribute("printed", messages.markPrinted(ids));
        return "redirect:/messages/sortants";
    }

    @PostMapping("/{id}/renvoyer")
    String sendAgain(@PathVariable long id) {
        messages.sendAgain(id);
        return "redirect:/messages/sortants";
    }

    @PostMapping("/{id}/envoye")
    String markSent(@PathVariable long id) {
        messages.markSent(id);
        return "redirect:/messages/sortants";
    }
}

package fr.allervers.messaging.mailing.web;

import fr.allervers.documents.PdfDocuments;
import fr.allervers.messaging.mailing.MailingLetters;
import fr.allervers.shared.Dates;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.Downloads;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is printed of a mailing: letters by batch, posters by building. */
@Controller
@RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTOR})
class LettersController {

    private final MailingLetters letters;
    private final PdfDocuments pdf;
    private final Dates dates;
    private final Clock clock;

    LettersController(MailingLetters letters, PdfDocuments pdf, Dates dates, Clock clock) {
        this.letters = letters;
        this.pdf = pdf;
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping("/messages/{id:\\d+}/lettres/{batch:\\d{1,6}}.pdf")
    ResponseEntity<byte[]> batch(@PathVariable long id, @PathVariable int batch) {
        var sheets = letters.batch(id, batch);
        var content =
                pdf.render("messaging/mailing/letters", Map.of("letters", sheets, "day", dates.day(clock.instant())));
        return Downloads.shown("lettres-" + id + "-" + batch + ".pdf", content);
    }

    @PostMapping("/messages/{id:\\d+}/lettres/{batch:\\d{1,6}}/imprimees")
    String printed(@PathVariable long id, @PathVariable int batch, RedirectAttributes after) {
        after.addFlashAttribute("printed", Retry.onConflict(() -> letters.markPrinted(id, batch)));
        return "redirect:/messages/" + id;
    }

    @GetMapping("/messages/{id:\\d+}/affiche/{building:\\d+}.pdf")
    ResponseEntity<byte[]> poster(@PathVariable long id, @PathVariable long building) {
        var content = pdf.render("messaging/mailing/poster", Map.of("posters", List.of(letters.poster(id, building))));
        return Downloads.shown("affiche-" + id + "-" + building + ".pdf", content);
    }
}

package fr.allervers.allocation.outcome.web;

import fr.allervers.allocation.outcome.Answers;
import fr.allervers.allocation.outcome.Answers.Result;
import fr.allervers.allocation.outcome.OutcomeDesk;
import fr.allervers.allocation.outcome.Refusal;
import fr.allervers.documents.PdfDocuments;
import fr.allervers.shared.Dates;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.Downloads;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What follows a decision: each candidate, their answer, the letter that left. */
@Controller
@RequestMapping("/attributions/suites/{id:\\d+}")
class OutcomeController {

    private final OutcomeDesk desk;
    private final Answers answers;
    private final PdfDocuments pdf;
    private final Dates dates;
    private final CurrentStaff currentStaff;

    OutcomeController(OutcomeDesk desk, Answers answers, PdfDocuments pdf, Dates dates, CurrentStaff currentStaff) {
        this.desk = desk;
        this.answers = answers;
        this.pdf = pdf;
        this.dates = dates;
        this.currentStaff = currentStaff;
    }

    @GetMapping
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(@PathVariable long id, Model model) {
        model.addAttribute("sheet", desk.sheet(id));
        model.addAttribute("refusals", Refusal.values());
        model.addAttribute("mayStop", currentStaff.require().is(Role.SUPERVISOR));
        return "outcome/page";
    }

    @PostMapping("/candidats/{candidate:\\d+}/lien")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String sendLink(@PathVariable long id, @PathVariable long candidate, RedirectAttributes after) {
        return done(id, "outcome.done.link", () -> desk.sendLink(id, candidate), after);
    }

    /** An answer told to the officer; no reason: it is accepted. */
    @PostMapping("/candidats/{candidate:\\d+}/reponse")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String answer(
            @PathVariable long id,
            @PathVariable long candidate,
            @RequestParam("reponse") String answer,
            @RequestParam(name = "motif", required = false) @Nullable Refusal why,
            @RequestParam(name = "precision", defaultValue = "") String words,
            RedirectAttributes after) {
        var refused = answer.equals("refus");
        if (refused && why == null) {
            throw new UserError("outcome.error.refusal");
        }
        var result = Retry.onConflict(() -> answers.atDesk(candidate, refused ? why : null, words));
        if (result != Result.TAKEN) {
            throw new UserError(HttpStatus.CONFLICT, "outcome.not-taken." + result);
        }
        after.addFlashAttribute("notice", "outcome.done.answer");
        return "redirect:/attributions/suites/" + id;
    }

    @PostMapping("/candidats/{candidate:\\d+}/maintien")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String lift(@PathVariable long id, @PathVariable long candidate, RedirectAttributes after) {
        return done(id, "outcome.done.kept", () -> desk.lift(id, candidate), after);
    }

    @PostMapping("/arret")
    @RolesAllowed(Roles.SUPERVISOR)
    String stop(@PathVariable long id, @RequestParam("motif") String why, RedirectAttributes after) {
        return done(id, "outcome.done.stopped", () -> desk.stop(id, why), after);
    }

    /** The notice as it left, PDF/A. */
    @GetMapping("/candidats/{candidate:\\d+}/notification.pdf")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    ResponseEntity<byte[]> letter(@PathVariable long id, @PathVariable long candidate) {
        var letter = desk.letter(id, candidate);
        var shown = Map.of(
                "recipient", letter.recipient(),
                "day", dates.day(letter.createdAt()),
                "subject", letter.subject(),
                "body", letter.body());
        return Downloads.saved("notification-" + candidate + ".pdf", MediaType.APPLICATION_PDF)
                .body(pdf.render("messaging/letter", Map.of("letters", List.of(shown))));
    }

    private static String done(long id, String notice, Runnable act, RedirectAttributes after) {
        Retry.onConflict(act);
        after.addFlashAttribute("notice", notice);
        return "redirect:/attributions/suites/" + id;
    }
}

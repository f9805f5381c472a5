package fr.allervers.arrears.prevention.web;

import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.prevention.CaseDesk;
import fr.allervers.arrears.prevention.PauseReason;
import fr.allervers.shared.Money;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A case of unpaid rent: its account, what is to be done next, and what can be done with it. */
@Controller
@RequestMapping("/impayes/{id:\\d+}")
class CaseController {

    private final CaseDesk desk;
    private final ArrearsCases cases;
    private final Clock clock;

    CaseController(CaseDesk desk, ArrearsCases cases, Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.FIELD_MANAGER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(@PathVariable long id, Model model) {
        model.addAttribute("sheet", desk.sheet(id));
        model.addAttribute("reasons", PauseReason.values());
        model.addAttribute("today", LocalDate.now(clock));
        return "arrears/case";
    }

    @PostMapping("/pause")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String pause(
            @PathVariable long id,
            @RequestParam("motif") PauseReason why,
            @RequestParam("reprise") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam(name = "note", defaultValue = "") String note,
            RedirectAttributes after) {
        return done(id, () -> cases.pause(id, why, until, note), after);
    }

    @PostMapping("/reprise")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String resume(@PathVariable long id, RedirectAttributes after) {
        return done(id, () -> cases.resume(id), after);
    }

    @PostMapping("/promesse")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String promise(
            @PathVariable long id,
            @RequestParam("jour") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(name = "note", defaultValue = "") String note,
            RedirectAttributes after) {
        return done(id, () -> cases.promise(id, on, note), after);
    }

    @PostMapping("/contestation")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String dispute(
            @PathVariable long id,
            @RequestParam("montant") String amount,
            @RequestParam("motif") String why,
            RedirectAttributes after) {
        var cents = Money.read(amount).map(Money::cents).orElseThrow(() -> new UserError("arrears.error.dispute"));
        return done(id, () -> cases.dispute(id, cents, why), after);
    }

    @PostMapping("/note")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.FIELD_MANAGER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String note(@PathVariable long id, @RequestParam("note") String note, RedirectAttributes after) {
        return done(id, () -> cases.note(id, note), after);
    }

    @PostMapping("/contentieux")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String toLitigation(@PathVariable long id, RedirectAttributes after) {
        return done(id, () -> cases.toLitigation(id), after);
    }

    @PostMapping("/retour")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String backFromLitigation(@PathVariable long id, RedirectAttributes after) {
        return done(id, () -> cases.backFromLitigation(id), after);
    }

    @PostMapping("/cloture")
    @RolesAllowed(Roles.SUPERVISOR)
    String close(@PathVariable long id, @RequestParam("motif") String why, RedirectAttributes after) {
        return done(id, () -> cases.closeByDecision(id, why), after);
    }

    private static String done(long id, Runnable act, RedirectAttributes after) {
        Retry.onConflict(act);
        after.addFlashAttribute("notice", "arrears.done");
        return "redirect:/impayes/" + id;
    }
}

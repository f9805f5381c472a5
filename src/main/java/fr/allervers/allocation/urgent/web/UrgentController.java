package fr.allervers.allocation.urgent.web;

import fr.allervers.allocation.urgent.Occupancies;
import fr.allervers.allocation.urgent.UrgentAllocation.Reason;
import fr.allervers.allocation.urgent.UrgentAllocations;
import fr.allervers.documents.PdfDocuments;
import fr.allervers.shared.Dates;
import fr.allervers.shared.Euros;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.Downloads;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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

/** Urgent allocations and temporary occupancies: asked for, listed, the agreement as PDF. */
@Controller
@RequestMapping("/attributions")
class UrgentController {

    private final UrgentAllocations urgents;
    private final Occupancies occupancies;
    private final PdfDocuments pdf;
    private final Dates dates;
    private final Euros euros;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    UrgentController(
            UrgentAllocations urgents,
            Occupancies occupancies,
            PdfDocuments pdf,
            Dates dates,
            Euros euros,
            CurrentStaff currentStaff,
            Clock clock) {
        this.urgents = urgents;
        this.occupancies = occupancies;
        this.pdf = pdf;
        this.dates = dates;
        this.euros = euros;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    @GetMapping("/urgences")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR, Roles.DIRECTOR})
    String urgent(@RequestParam(name = "avant", required = false) @Nullable Long before, Model model) {
        var reader = currentStaff.require();
        model.addAttribute("lines", urgents.page(before));
        model.addAttribute("reasons", Reason.values());
        model.addAttribute("mayAsk", reader.isAny(Role.ALLOCATION_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR));
        model.addAttribute("mayTell", reader.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR));
        return "outcome/urgent";
    }

    @PostMapping("/urgences")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String ask(
            @RequestParam("logement") String dwelling,
            @RequestParam("pour") String whom,
            @RequestParam("motif") Reason reason,
            @RequestParam("faits") String facts,
            RedirectAttributes after) {
        urgents.ask(dwelling, whom, reason, facts);
        after.addFlashAttribute("notice", "outcome.urgent.asked");
        return "redirect:/attributions/urgences";
    }

    @PostMapping("/urgences/{id:\\d+}/information")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String told(@PathVariable long id, RedirectAttributes after) {
        urgents.told(id);
        after.addFlashAttribute("notice", "candidacy.done");
        return "redirect:/attributions/urgences";
    }

    @GetMapping("/occupations")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String occupancy(@RequestParam(name = "avant", required = false) @Nullable Long before, Model model) {
        model.addAttribute("lines", occupancies.page(before));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("mayAct", currentStaff.require().isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR));
        return "outcome/occupancy";
    }

    @PostMapping("/occupations")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String agree(
            @RequestParam("logement") String dwelling,
            @RequestParam("foyer") String household,
            @RequestParam("motif") String reason,
            @RequestParam("du") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam("au") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            RedirectAttributes after) {
        occupancies.agree(dwelling, household, reason, from, until);
        after.addFlashAttribute("notice", "candidacy.done");
        return "redirect:/attributions/occupations";
    }

    @PostMapping("/occupations/{id:\\d+}/fin")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String end(@PathVariable long id, RedirectAttributes after) {
        Retry.onConflict(() -> occupancies.end(id));
        after.addFlashAttribute("notice", "candidacy.done");
        return "redirect:/attributions/occupations";
    }

    @GetMapping("/occupations/{id:\\d+}/convention.pdf")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    ResponseEntity<byte[]> agreement(@PathVariable long id) {
        var of = occupancies.read(id);
        return Downloads.saved("convention-" + id + ".pdf", MediaType.APPLICATION_PDF)
                .body(pdf.render(
                        "outcome/occupancy-pdf",
                        Map.of(
                                "of", of,
                                "from", dates.day(of.fromOn()),
                                "until", dates.day(of.untilOn()),
                                "fee", euros.text(of.feeCents()))));
    }
}

package fr.allervers.allocation.committee.web;

import fr.allervers.allocation.committee.CommitteeRules;
import fr.allervers.allocation.committee.CommitteeRules.MayorAbsent;
import fr.allervers.allocation.committee.Committees;
import fr.allervers.allocation.committee.RulesBook;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The versions of the règlement intérieur. */
@Controller
@RequestMapping("/commissions/reglement")
class RulesController {

    private final RulesBook book;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    RulesController(RulesBook book, CurrentStaff currentStaff, Clock clock) {
        this.book = book;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    @GetMapping
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(Model model) {
        model.addAttribute("versions", book.versions());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("mayAdd", Committees.mayRun(currentStaff.require(), null));
        return "allocation/rules";
    }

    @PostMapping
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String add(
            @RequestParam("validFrom") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam("adoptedOn") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate adopted,
            @RequestParam("mayorAbsent") MayorAbsent mayorAbsent,
            @RequestParam("source") String source,
            @RequestParam Map<String, String> all,
            RedirectAttributes after) {
        book.add(new CommitteeRules(
                0,
                0,
                from,
                adopted,
                count(all, "quorum"),
                all.containsKey("visio"),
                all.containsKey("written"),
                count(all, "notice"),
                count(all, "debate"),
                count(all, "vote"),
                count(all, "live"),
                count(all, "mandates"),
                mayorAbsent,
                count(all, "condition"),
                count(all, "reminder"),
                source,
                all.containsKey("toConfirm")));
        after.addFlashAttribute("notice", "committee.saved");
        return "redirect:/commissions/reglement";
    }

    /** Minus one for what is no number: the book refuses it. */
    private static int count(Map<String, String> all, String name) {
        var given = all.getOrDefault(name, "").strip();
        return given.matches("\\d{1,4}") ? Integer.parseInt(given) : -1;
    }
}

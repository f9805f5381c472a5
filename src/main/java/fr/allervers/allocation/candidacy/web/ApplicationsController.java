package fr.allervers.allocation.candidacy.web;

import fr.allervers.allocation.candidacy.ApplicationEntry;
import fr.allervers.allocation.candidacy.ApplicationField;
import fr.allervers.allocation.candidacy.ApplicationList;
import fr.allervers.allocation.candidacy.ApplicationReader;
import fr.allervers.allocation.candidacy.Applications;
import fr.allervers.allocation.candidacy.CandidacyDesk;
import fr.allervers.allocation.candidacy.HousingApplication;
import fr.allervers.allocation.candidacy.PaperKind;
import fr.allervers.allocation.candidacy.PriorityKind;
import fr.allervers.allocation.candidacy.Situation;
import fr.allervers.shared.Retry;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import fr.allervers.tenancy.Agencies;
import fr.allervers.tenancy.PhoneNumbers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Applications for housing: found, entered, changed, and the dossier of one. */
@Controller
@RequestMapping("/attributions/demandes")
class ApplicationsController {

    private static final int LONGEST_SEARCH = 80;

    private final Applications applications;
    private final ApplicationList list;
    private final CandidacyDesk desk;
    private final Agencies agencies;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    ApplicationsController(
            Applications applications,
            ApplicationList list,
            CandidacyDesk desk,
            Agencies agencies,
            CurrentStaff currentStaff,
            Clock clock) {
        this.applications = applications;
        this.list = list;
        this.desk = desk;
        this.agencies = agencies;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    @GetMapping
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "etat", defaultValue = "ACTIVE") HousingApplication.State state,
            @RequestParam(name = "apres", required = false) @Nullable String after,
            Model model) {
        var asked = words.length() > LONGEST_SEARCH ? words.substring(0, LONGEST_SEARCH) : words;
        model.addAttribute("words", asked);
        model.addAttribute("state", state);
        model.addAttribute("states", HousingApplication.State.values());
        model.addAttribute("lines", list.page(asked, state, after));
        model.addAttribute("mayAct", currentStaff.require().isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR));
        return "candidacy/applications";
    }

    @GetMapping("/{id:\\d+}")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String dossier(@PathVariable long id, Model model) {
        var dossier = desk.dossier(id);
        model.addAttribute("dossier", dossier);
        var mobile = dossier.of().mobile();
        model.addAttribute("mobile", mobile == null ? null : PhoneNumbers.display(mobile));
        model.addAttribute("kinds", PaperKind.values());
        return "candidacy/dossier";
    }

    @GetMapping("/nouvelle")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String empty(Model model) {
        return form(Map.of("adultes", "1", "enfants", "0", "langue", "fr"), Map.of(), null, 0, model);
    }

    @PostMapping("/nouvelle")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String enter(@RequestParam MultiValueMap<String, String> typed, Model model, HttpServletResponse response) {
        var cells = cells(typed);
        var read = ApplicationReader.read(cells, LocalDate.now(clock));
        var entry = read.entry();
        if (entry == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(cells, read.faults(), null, 0, model);
        }
        return "redirect:/attributions/demandes/" + applications.enter(entry);
    }

    @GetMapping("/{id:\\d+}/modifier")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String edit(@PathVariable long id, Model model) {
        var kept = applications.require(id);
        return form(TypedApplication.of(kept, applications.registerCodes(kept)), Map.of(), id, kept.version(), model);
    }

    @PostMapping("/{id:\\d+}/modifier")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String change(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var cells = cells(typed);
        var read = ApplicationReader.read(cells, LocalDate.now(clock));
        ApplicationEntry entry = read.entry();
        if (entry == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(cells, read.faults(), id, version, model);
        }
        Retry.onConflict(() -> applications.change(id, version, entry));
        after.addFlashAttribute("notice", "candidacy.done");
        return "redirect:/attributions/demandes/" + id;
    }

    /** Several boxes of one name are one cell, separated by commas. */
    private static Map<String, String> cells(MultiValueMap<String, String> typed) {
        var cells = new HashMap<String, String>();
        for (var field : ApplicationField.values()) {
            var values = typed.get(field.column());
            cells.put(field.column(), values == null ? "" : String.join(",", values));
        }
        return cells;
    }

    private String form(
            Map<String, String> typed, Map<String, String> faults, @Nullable Long id, int version, Model model) {
        var reader = currentStaff.require();
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("applicationId", id);
        model.addAttribute("version", version);
        model.addAttribute("situations", Situation.values());
        model.addAttribute("priorities", PriorityKind.values());
        model.addAttribute(
                "agencies",
                agencies.all().stream().filter(one -> reader.worksFor(one.id())).toList());
        return "candidacy/entry";
    }
}

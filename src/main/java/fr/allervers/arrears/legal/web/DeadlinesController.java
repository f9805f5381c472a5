package fr.allervers.arrears.legal.web;

import fr.allervers.arrears.legal.DeadlineBoard;
import fr.allervers.arrears.legal.DeadlineKind;
import fr.allervers.arrears.legal.LegalClock;
import fr.allervers.arrears.legal.LegalDossier;
import fr.allervers.arrears.legal.LegalFact;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.Downloads;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Agencies;
import fr.allervers.tenancy.Agency;
import fr.allervers.tenancy.Households;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The legal deadlines: of all cases by urgency, and of one case with what they count from. */
@Controller
class DeadlinesController {

    private final LegalClock legalClock;
    private final DeadlineBoard board;
    private final LegalDossier dossier;
    private final ArrearsCases cases;
    private final Households households;
    private final Agencies agencies;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    DeadlinesController(
            LegalClock legalClock,
            DeadlineBoard board,
            LegalDossier dossier,
            ArrearsCases cases,
            Households households,
            Agencies agencies,
            CurrentStaff currentStaff,
            Clock clock) {
        this.legalClock = legalClock;
        this.board = board;
        this.dossier = dossier;
        this.cases = cases;
        this.households = households;
        this.agencies = agencies;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    @GetMapping("/impayes/echeances")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR, Roles.DIRECTOR})
    String board(
            @RequestParam(name = "nature", required = false) @Nullable String kind,
            @RequestParam(name = "agence", required = false) @Nullable Long agency,
            @RequestParam(name = "retard", defaultValue = "false") boolean lateOnly,
            @RequestParam(name = "apres", required = false) @Nullable String after,
            Model model) {
        var filter = new DeadlineBoard.Filter(kind(kind), agency, lateOnly);
        model.addAttribute("filter", filter);
        model.addAttribute("page", board.page(filter, after));
        model.addAttribute("kinds", DeadlineKind.values());
        model.addAttribute("agencies", agenciesOf(currentStaff.require()));
        model.addAttribute("today", LocalDate.now(clock));
        return "arrears/deadline-board";
    }

    private static @Nullable DeadlineKind kind(@Nullable String name) {
        for (var kind : DeadlineKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    private Map<Long, String> agenciesOf(StaffMember reader) {
        var mine = new LinkedHashMap<Long, String>();
        agencies.all().stream()
                .filter(agency -> reader.worksFor(agency.id()))
                .forEach((Agency agency) -> mine.put(agency.id(), agency.name()));
        return mine;
    }

    @GetMapping("/impayes/{caseId}/echeances")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(@PathVariable long caseId, Model model) {
        var of = cases.require(caseId);
        model.addAttribute("of", of);
        model.addAttribute("name", households.require(of.householdId()).name());
        model.addAttribute("sheet", legalClock.sheet(caseId));
        model.addAttribute("kinds", LegalFact.values());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute(
                "mayAct",
                of.isOpen() && currentStaff.require().isAny(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR));
        return "arrears/deadlines";
    }

    @PostMapping("/impayes/{caseId}/echeances")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String enter(
            @PathVariable long caseId,
            @RequestParam("fait") LegalFact kind,
            @RequestParam("jour") String day,
            @RequestParam(name = "ancienneClause", defaultValue = "false") boolean olderClause,
            RedirectAttributes redirect) {
        Retry.onConflict(() -> legalClock.enter(caseId, kind, date(day), olderClause));
        return back(caseId, "entered", redirect);
    }

    @PostMapping("/impayes/{caseId}/echeances/{deadlineId}")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String done(
            @PathVariable long caseId,
            @PathVariable long deadlineId,
            @RequestParam("jour") String day,
            @RequestParam(name = "preuve", required = false) @Nullable MultipartFile proof,
            RedirectAttributes redirect)
            throws IOException {
        Retry.onConflict(() -> legalClock.done(deadlineId, date(day)));
        if (proof != null && !proof.isEmpty()) {
            try (var content = proof.getInputStream()) {
                legalClock.prove(deadlineId, String.valueOf(proof.getOriginalFilename()), content);
            }
        }
        return back(caseId, "done", redirect);
    }

    @GetMapping("/impayes/{caseId}/echeances/{deadlineId}/preuve")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR, Roles.DIRECTOR})
    ResponseEntity<InputStreamResource> proof(@PathVariable long caseId, @PathVariable long deadlineId) {
        var file = legalClock.proof(deadlineId);
        return Downloads.saved(file.name(), file.contentType(), file.size(), legalClock.open(file));
    }

    /** The whole case as one PDF, for the legal team, the CCAPEX or a court. */
    @GetMapping("/impayes/{caseId}/dossier.pdf")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR, Roles.DIRECTOR})
    ResponseEntity<byte[]> dossier(@PathVariable long caseId) {
        return Downloads.saved("dossier-impaye-" + caseId + ".pdf", MediaType.APPLICATION_PDF)
                .body(dossier.render(caseId));
    }

    private static String back(long caseId, String done, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", done);
        return "redirect:/impayes/" + caseId + "/echeances";
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new UserError("legal.error.day");
        }
    }
}

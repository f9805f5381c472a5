package fr.allervers.allocation.minutes.web;

import fr.allervers.allocation.minutes.Minutes;
import fr.allervers.allocation.minutes.SessionMinutes;
import fr.allervers.allocation.session.AllocationSessions;
import fr.allervers.allocation.session.PresidentTasks;
import fr.allervers.allocation.session.SessionRights;
import fr.allervers.allocation.session.SessionState;
import fr.allervers.documents.DocumentStore;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.Downloads;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
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

/** The minutes of a session: signing, reading, taking away, annulling. */
@Controller
@RequestMapping("/commissions/{id:\\d+}/proces-verbal")
class MinutesController {

    private final SessionMinutes minutes;
    private final AllocationSessions sessions;
    private final SessionRights rights;
    private final PresidentTasks president;
    private final DocumentStore documents;
    private final CurrentStaff currentStaff;

    MinutesController(
            SessionMinutes minutes,
            AllocationSessions sessions,
            SessionRights rights,
            PresidentTasks president,
            DocumentStore documents,
            CurrentStaff currentStaff) {
        this.minutes = minutes;
        this.sessions = sessions;
        this.rights = rights;
        this.president = president;
        this.documents = documents;
        this.currentStaff = currentStaff;
    }

    @GetMapping
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(@PathVariable long id, Model model) {
        var session = sessions.require(id);
        var all = minutes.of(id);
        var presides = rights.presides(session, currentStaff.require());
        model.addAttribute("held", session);
        model.addAttribute("all", all);
        model.addAttribute(
                "report",
                all.stream()
                        .filter(Minutes::valid)
                        .findFirst()
                        .map(minutes::recount)
                        .orElse(null));
        model.addAttribute("maySign", presides && session.state() == SessionState.CLOSED);
        model.addAttribute("mayAnnul", presides && all.stream().anyMatch(Minutes::valid));
        return "allocation/minutes";
    }

    @PostMapping("/signer")
    @RolesAllowed(Roles.COMMITTEE_MEMBER)
    String sign(@PathVariable long id) {
        Retry.onConflict(() -> president.signMinutes(id));
        return "redirect:/commissions/" + id + "/proces-verbal";
    }

    @PostMapping("/annuler")
    @RolesAllowed(Roles.COMMITTEE_MEMBER)
    String annul(@PathVariable long id, @RequestParam(name = "motif", defaultValue = "") String why) {
        Retry.onConflict(() -> minutes.annul(id, why));
        return "redirect:/commissions/" + id + "/proces-verbal";
    }

    @GetMapping("/{version}/pdf")
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    ResponseEntity<InputStreamResource> pdf(@PathVariable long id, @PathVariable int version) {
        var file = documents.require(version(id, version).fileId());
        return Downloads.saved(file.name(), MediaType.APPLICATION_PDF_VALUE, file.size(), documents.open(file.id()));
    }

    @GetMapping("/{version}/json")
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    ResponseEntity<byte[]> json(@PathVariable long id, @PathVariable int version) {
        return Downloads.saved("proces-verbal-" + id + "-" + version + ".json", MediaType.APPLICATION_JSON)
                .body(minutes.json(version(id, version)).getBytes(StandardCharsets.UTF_8));
    }

    private Minutes version(long id, int version) {
        return minutes.of(id).stream()
                .filter(one -> one.versionNo() == version)
                .findFirst()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "allocation.session.error.unknown"));
    }
}

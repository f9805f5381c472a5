package fr.allervers.allocation.session.web;

import fr.allervers.allocation.committee.Committees;
import fr.allervers.allocation.session.AllocationSessions;
import fr.allervers.allocation.session.SessionMode;
import fr.allervers.allocation.session.SessionPlan;
import fr.allervers.shared.Retry;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of sessions, and the preparation of one. */
@Controller
@RequestMapping("/commissions")
class SessionsController {

    private final AllocationSessions sessions;
    private final Committees committees;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    SessionsController(AllocationSessions sessions, Committees committees, CurrentStaff currentStaff, Clock clock) {
        this.sessions = sessions;
        this.committees = committees;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    @GetMapping
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String list(Model model) {
        model.addAttribute("sessions", sessions.mine());
        model.addAttribute("runs", AllocationSessions.runsAny(currentStaff.require()));
        return "allocation/sessions";
    }

    @GetMapping("/nouvelle")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String form(Model model) {
        model.addAttribute("committees", committees.mine());
        return "allocation/session-new";
    }

    @PostMapping("/nouvelle")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String draft(
            @RequestParam("commission") long committeeId,
            @RequestParam("nom") String name,
            @RequestParam("mode") SessionMode mode,
            @RequestParam("debut") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime starts,
            @RequestParam(name = "finDebat", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable
                    LocalDateTime debateUntil,
            @RequestParam(name = "finVote", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable
                    LocalDateTime voteUntil,
            @RequestParam(name = "visio", required = false) @Nullable String video) {
        var written = mode == SessionMode.WRITTEN;
        var id = sessions.draft(new SessionPlan(
                committeeId,
                name,
                mode,
                instant(starts),
                written && debateUntil != null ? instant(debateUntil) : null,
                written && voteUntil != null ? instant(voteUntil) : null,
                written || video == null || video.isBlank() ? null : video.strip(),
                null));
        return "redirect:/commissions/" + id;
    }

    private Instant instant(LocalDateTime local) {
        return local.atZone(clock.getZone()).toInstant();
    }

    @PostMapping("/{id:\\d+}/points")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String addItem(@PathVariable long id, @RequestParam("logement") long[] offered) {
        for (var one : offered) {
            Retry.onConflict(() -> sessions.addItem(id, one));
        }
        return "redirect:/commissions/" + id;
    }

    @PostMapping("/{id:\\d+}/points/{itemId}/retirer")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String removeItem(@PathVariable long id, @PathVariable long itemId) {
        Retry.onConflict(() -> sessions.removeItem(id, itemId));
        return "redirect:/commissions/" + id;
    }

    @PostMapping("/{id:\\d+}/convoquer")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String convene(
            @PathVariable long id,
            @RequestParam(name = "urgence", defaultValue = "") String urgency,
            RedirectAttributes after) {
        Retry.onConflict(() -> sessions.convene(id, urgency));
        after.addFlashAttribute("notice", "allocation.session.done.convened");
        return "redirect:/commissions/" + id;
    }

    @PostMapping("/{id:\\d+}/annuler")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String cancel(@PathVariable long id, @RequestParam(name = "motif", defaultValue = "") String why) {
        Retry.onConflict(() -> sessions.cancel(id, why));
        return "redirect:/commissions/" + id;
    }
}

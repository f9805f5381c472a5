package fr.allervers.allocation.session.web;

import fr.allervers.allocation.session.Mandates;
import fr.allervers.allocation.session.SessionCourse;
import fr.allervers.shared.Retry;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A session: agenda, attendance, and the acts of those who hold it. */
@Controller
@RequestMapping("/commissions/{id:\\d+}")
class SessionController {

    private final SessionDesk desk;
    private final SessionCourse course;
    private final Mandates mandates;

    SessionController(SessionDesk desk, SessionCourse course, Mandates mandates) {
        this.desk = desk;
        this.course = course;
        this.mandates = mandates;
    }

    @GetMapping
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(@PathVariable long id, Model model) {
        model.addAttribute("page", desk.page(id));
        return "allocation/session";
    }

    /** The agenda and who is here, asked for again and again by an open page. */
    @GetMapping("/etat")
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String state(@PathVariable long id, Model model) {
        model.addAttribute("page", desk.page(id));
        return "allocation/session :: state";
    }

    @PostMapping("/ouvrir")
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String open(@PathVariable long id) {
        return after(id, () -> course.open(id));
    }

    @PostMapping("/suspendre")
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String suspend(@PathVariable long id, @RequestParam(name = "motif", defaultValue = "") String why) {
        return after(id, () -> course.suspend(id, why));
    }

    @PostMapping("/reprendre")
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String resume(@PathVariable long id) {
        return after(id, () -> course.resume(id));
    }

    @PostMapping("/incident")
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String incident(@PathVariable long id, @RequestParam(name = "motif", defaultValue = "") String words) {
        return after(id, () -> course.incident(id, words));
    }

    @PostMapping("/participer")
    @RolesAllowed(Roles.COMMITTEE_MEMBER)
    String arrive(@PathVariable long id) {
        return after(id, () -> course.arrive(id));
    }

    @PostMapping("/quitter")
    @RolesAllowed(Roles.COMMITTEE_MEMBER)
    String leave(@PathVariable long id) {
        return after(id, () -> course.leave(id));
    }

    @PostMapping("/presence")
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String room(@PathVariable long id, @RequestParam("membre") long memberId, @RequestParam("present") boolean here) {
        return after(id, () -> course.inTheRoom(id, memberId, here));
    }

    @PostMapping("/suppleance")
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String replace(
            @PathVariable long id,
            @RequestParam("membre") long memberId,
            @RequestParam(name = "suppleant", required = false) @Nullable Long substituteId) {
        return after(id, () -> course.replace(id, memberId, substituteId));
    }

    @PostMapping("/pouvoir")
    @RolesAllowed(Roles.COMMITTEE_MEMBER)
    String mandate(@PathVariable long id, @RequestParam(name = "a", required = false) @Nullable Long toMemberId) {
        return after(id, () -> mandates.give(id, toMemberId));
    }

    private static String after(long id, Runnable act) {
        Retry.onConflict(act);
        return "redirect:/commissions/" + id;
    }
}

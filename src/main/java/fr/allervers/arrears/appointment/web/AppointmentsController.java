package fr.allervers.arrears.appointment.web;

import fr.allervers.arrears.appointment.AppointmentCalendar;
import fr.allervers.arrears.appointment.AppointmentLists;
import fr.allervers.arrears.appointment.AppointmentNoting;
import fr.allervers.arrears.appointment.AppointmentState;
import fr.allervers.arrears.appointment.Appointments;
import fr.allervers.arrears.appointment.OpeningRanges;
import fr.allervers.shared.Retry;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Roles;
import fr.allervers.staff.StaffMember;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The officer's day and week, made for a telephone, and what is done with an appointment. */
@Controller
@RequestMapping("/rendez-vous")
@RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR, Roles.DIRECTOR})
class AppointmentsController {

    private final AppointmentLists lists;
    private final Appointments appointments;
    private final AppointmentNoting noting;
    private final AppointmentCalendar calendar;
    private final OpeningRanges ranges;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    AppointmentsController(
            AppointmentLists lists,
            Appointments appointments,
            AppointmentNoting noting,
            AppointmentCalendar calendar,
            OpeningRanges ranges,
            CurrentStaff currentStaff,
            Clock clock) {
        this.lists = lists;
        this.appointments = appointments;
        this.noting = noting;
        this.calendar = calendar;
        this.ranges = ranges;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate jour,
            @RequestParam(defaultValue = "false") boolean semaine,
            @RequestParam(required = false) @Nullable Long agent,
            Model model) {
        var officers = ranges.officers();
        var today = LocalDate.now(clock);
        var day = jour == null ? today : jour;
        var from = semaine ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
        var step = semaine ? 7 : 1;
        model.addAttribute("officers", officers);
        model.addAttribute("from", from);
        model.addAttribute("today", today);
        model.addAttribute("before", from.minusDays(step));
        model.addAttribute("after", from.plusDays(step));
        model.addAttribute("week", semaine);
        if (!officers.isEmpty()) {
            var officer = chosen(officers, agent);
            model.addAttribute("officer", officer);
            model.addAttribute("days", lists.days(officer, from, step));
        }
        return "appointment/list";
    }

    private StaffMember chosen(List<StaffMember> officers, @Nullable Long asked) {
        var id = asked == null ? currentStaff.require().id() : asked;
        var found = officers.stream().filter(one -> one.id() == id).findFirst();
        if (found.isEmpty() && asked != null) {
            throw new AccessDeniedException("Appointments of somebody else");
        }
        return found.orElse(officers.get(0));
    }

    @GetMapping("/{id:\\d+}.ics")
    ResponseEntity<String> calendar(@PathVariable long id) {
        return OfferController.file(calendar.forOfficer(id), "rendez-vous-" + id + ".ics");
    }

    @PostMapping("/{id}/issue")
    String note(
            @PathVariable long id, @RequestParam AppointmentState issue, @RequestParam(defaultValue = "") String note) {
        Retry.onConflict(() -> noting.note(id, issue, note));
        return back(id);
    }

    @PostMapping("/{id}/annuler")
    String cancel(@PathVariable long id) {
        Retry.onConflict(() -> appointments.cancel(id));
        return back(id);
    }

    private String back(long id) {
        var appointment = appointments.requireMine(id);
        return "redirect:/rendez-vous?jour="
                + appointment.startsAt().atZone(clock.getZone()).toLocalDate() + "&agent=" + appointment.staffId();
    }
}

package fr.allervers.arrears.appointment.web;

import fr.allervers.arrears.appointment.Appointment;
import fr.allervers.arrears.appointment.Appointments;
import fr.allervers.arrears.appointment.MeetingKind;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.ActDetails;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Roles;
import fr.allervers.tenancy.Households;
import fr.allervers.workflow.CaseRef;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An officer books for a tenant on the phone, or moves an appointment. */
@Controller
@RequestMapping("/rendez-vous")
@RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR, Roles.DIRECTOR})
class BookingController {

    private final Appointments appointments;
    private final Households households;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    BookingController(Appointments appointments, Households households, CurrentStaff currentStaff, Clock clock) {
        this.appointments = appointments;
        this.households = households;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** Without a case it is the household's own appointment. */
    @GetMapping("/nouveau")
    String choose(
            @RequestParam long foyer,
            @RequestParam(required = false) @Nullable String dossier,
            @RequestParam(required = false) @Nullable Long numero,
            @RequestParam(required = false) @Nullable MeetingKind genre,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate apres,
            Model model) {
        ActDetails.about("household", foyer);
        var household = households.require(foyer);
        currentStaff.requireAgency(household.agencyId());
        model.addAttribute("action", "/rendez-vous/nouveau");
        model.addAttribute("dossier", dossier);
        model.addAttribute("numero", numero);
        show(foyer, household.agencyId(), genre, apres, model);
        return "appointment/book";
    }

    @PostMapping("/nouveau")
    String book(
            @RequestParam long foyer,
            @RequestParam(required = false) @Nullable String dossier,
            @RequestParam(required = false) @Nullable Long numero,
            @RequestParam String creneau) {
        ActDetails.about("household", foyer);
        var of = dossier == null || dossier.isBlank() || numero == null
                ? new CaseRef(Appointment.HOUSEHOLD, foyer)
                : new CaseRef(dossier, numero);
        var key = SlotChoice.key(creneau);
        return shown(Retry.onConflict(() -> appointments.bookByStaff(of, foyer, key)));
    }

    @GetMapping("/{id}/deplacer")
    String chooseAgain(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MeetingKind genre,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate apres,
            Model model) {
        var appointment = appointments.requireMine(id);
        model.addAttribute("action", "/rendez-vous/" + id + "/deplacer");
        model.addAttribute("moved", appointment);
        show(
                appointment.householdId(),
                appointment.agencyId(),
                genre == null ? appointment.kind() : genre,
                apres,
                model);
        return "appointment/book";
    }

    @PostMapping("/{id}/deplacer")
    String move(@PathVariable long id, @RequestParam String creneau) {
        var key = SlotChoice.key(creneau);
        return shown(Retry.onConflict(() -> appointments.move(id, key)));
    }

    private void show(
            long householdId, long agencyId, @Nullable MeetingKind kind, @Nullable LocalDate after, Model model) {
        var horizon = appointments.horizon();
        var from = SlotChoice.from(after, LocalDate.now(clock), horizon);
        model.addAttribute("household", households.require(householdId));
        SlotChoice.show(model, appointments.freeForStaff(agencyId, from, SlotChoice.DAYS), kind, from, horizon);
    }

    private static String shown(Appointment appointment) {
        return "redirect:/dossiers/" + Appointment.KIND + "/" + appointment.id();
    }
}

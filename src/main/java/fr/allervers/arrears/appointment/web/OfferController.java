package fr.allervers.arrears.appointment.web;

import fr.allervers.arrears.appointment.AppointmentCalendar;
import fr.allervers.arrears.appointment.Appointments;
import fr.allervers.arrears.appointment.MeetingKind;
import fr.allervers.links.PublicLink;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.Downloads;
import fr.allervers.shared.web.UserError;
import fr.allervers.tenancy.Agencies;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The tenant books, moves or cancels. Only the gate lets anybody in here; nothing of the tenant is shown. */
@Controller
@RequestMapping("/l/{token}/rendez-vous")
class OfferController {

    private final Appointments appointments;
    private final AppointmentCalendar calendar;
    private final Agencies agencies;
    private final Clock clock;

    OfferController(Appointments appointments, AppointmentCalendar calendar, Agencies agencies, Clock clock) {
        this.appointments = appointments;
        this.calendar = calendar;
        this.agencies = agencies;
        this.clock = clock;
    }

    @GetMapping
    @PermitAll
    String page(
            @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link,
            @RequestParam(required = false) @Nullable MeetingKind genre,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate apres,
            @RequestParam(required = false) @Nullable String changer,
            @RequestParam(required = false) @Nullable String annule,
            HttpServletRequest request,
            Model model) {
        var view = appointments.view(link.subjectId());
        speak(view.language(), request);
        model.addAttribute("base", link.path("rendez-vous"));
        model.addAttribute("view", view);
        model.addAttribute("agency", agencies.require(view.agencyId()));
        var booked = view.booked();
        if (booked != null && (changer == null || !view.changeable())) {
            return "appointment/tenant-booked";
        }
        var horizon = appointments.horizon();
        var from = SlotChoice.from(apres, LocalDate.now(clock), horizon);
        model.addAttribute("cancelled", annule != null);
        SlotChoice.show(
                model,
                appointments.freeForTenant(link.subjectId(), from, SlotChoice.DAYS),
                genre == null && booked != null ? booked.kind() : genre,
                from,
                horizon);
        return "appointment/tenant-slots";
    }

    @PostMapping
    @PermitAll
    String book(@RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link, @RequestParam String creneau) {
        var key = SlotChoice.key(creneau);
        Retry.onConflict(() -> appointments.bookByTenant(link.subjectId(), key));
        return "redirect:" + link.path("rendez-vous");
    }

    @PostMapping("/annuler")
    @PermitAll
    String cancel(@RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link) {
        Retry.onConflict(() -> appointments.cancelByTenant(link.subjectId()));
        return "redirect:" + link.path("rendez-vous") + "?annule=1";
    }

    @GetMapping("/rendez-vous.ics")
    @PermitAll
    ResponseEntity<String> calendar(
            @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link, HttpServletRequest request) {
        var view = appointments.view(link.subjectId());
        speak(view.language(), request);
        var booked = view.booked();
        if (booked == null) {
            throw new UserError(HttpStatus.NOT_FOUND, "appointment.none");
        }
        return file(calendar.forTenant(booked), "rendez-vous.ics");
    }

    static ResponseEntity<String> file(String content, String name) {
        return Downloads.saved(name, new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .body(content);
    }

    /** In the tenant's words, on a page without the staff's menu. */
    @ExceptionHandler
    ModelAndView refused(UserError error, HttpServletRequest request) {
        var page = new ModelAndView("appointment/tenant-refused");
        page.setStatus(error.status());
        page.addObject("error", error.messageKey());
        if (request.getAttribute(PublicLink.ATTRIBUTE) instanceof PublicLink link) {
            page.addObject("base", link.path("rendez-vous"));
        }
        return page;
    }

    /** In the household's language, unless the reader chose one. */
    private static void speak(String language, HttpServletRequest request) {
        var chosen = request.getCookies() != null
                && Arrays.stream(request.getCookies())
                        .anyMatch(cookie -> cookie.getName().equals("langue"));
        if (!chosen && language.equals("en")) {
            request.setAttribute(CookieLocaleResolver.LOCALE_REQUEST_ATTRIBUTE_NAME, Locale.ENGLISH);
        }
    }
}

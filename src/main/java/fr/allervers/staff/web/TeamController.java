package fr.allervers.staff.web;

import fr.allervers.staff.Roles;
import fr.allervers.staff.Team;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The team: who does what where, who is away, who stands in. */
@Controller
@RequestMapping("/equipe")
@RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
class TeamController {

    private static final DateTimeFormatter FRENCH_DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final Team team;

    TeamController(Team team) {
        this.team = team;
    }

    /** What was typed, kept when it is refused. */
    record AbsenceForm(
            @Nullable Long person,
            @Nullable String from,
            @Nullable String to,
            @Nullable Long standIn) {}

    @GetMapping
    String page(Model model) {
        return page(new AbsenceForm(null, null, null, null), Map.of(), model);
    }

    @PostMapping("/absences")
    String note(AbsenceForm form, Model model, HttpServletResponse response, RedirectAttributes after) {
        var errors = new LinkedHashMap<String, String>();
        var from = day("from", form.from(), errors);
        var to = day("to", form.to(), errors);
        if (form.person() == null) {
            errors.put("person", "team.error.person");
        }
        if (form.person() != null && from != null && to != null) {
            var refusal = team.noteAbsence(form.person(), from, to, form.standIn());
            if (refusal != null) {
                errors.put(field(refusal), "team.error." + refusal);
            }
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(form, errors, model);
        }
        after.addFlashAttribute("saved", true);
        return "redirect:/equipe";
    }

    @PostMapping("/absences/{id}/retirer")
    String remove(@PathVariable long id) {
        team.removeAbsence(id);
        return "redirect:/equipe";
    }

    private String page(AbsenceForm form, Map<String, String> errors, Model model) {
        var colleagues = team.colleagues();
        var names = new LinkedHashMap<Long, String>();
        colleagues.forEach(colleague -> names.put(colleague.id(), colleague.name()));
        model.addAttribute("colleagues", colleagues);
        model.addAttribute("names", names);
        model.addAttribute("absences", team.absences());
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "staff/team";
    }

    /** A browser's date field sends 2026-12-31; a person without one types 31/12/2026. */
    private static @Nullable LocalDate day(String field, @Nullable String text, Map<String, String> errors) {
        var given = text == null ? "" : text.strip();
        try {
            return LocalDate.parse(given, given.contains("/") ? FRENCH_DAY : DateTimeFormatter.ISO_LOCAL_DATE);
        } catch (DateTimeException e) {
            errors.put(field, "team.error.day");
            return null;
        }
    }

    private static String field(Team.Refusal refusal) {
        return switch (refusal) {
            case END_BEFORE_BEGIN, OVER, TOO_LONG -> "to";
            case OVERLAPS -> "from";
            case STANDS_IN_FOR_ONESELF, STAND_IN_ABSENT -> "standIn";
        };
    }
}

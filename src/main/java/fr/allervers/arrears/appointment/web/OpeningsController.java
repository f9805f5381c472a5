package fr.allervers.arrears.appointment.web;

import fr.allervers.arrears.appointment.MeetingKind;
import fr.allervers.arrears.appointment.OpeningRanges;
import fr.allervers.staff.Roles;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Agencies;
import fr.allervers.tenancy.Agency;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The editor of weekly opening ranges. */
@Controller
@RequestMapping("/rendez-vous/ouvertures")
@RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR, Roles.DIRECTOR})
class OpeningsController {

    private final OpeningRanges ranges;
    private final Agencies agencies;
    private final MessageSource messages;
    private final Clock clock;

    OpeningsController(OpeningRanges ranges, Agencies agencies, MessageSource messages, Clock clock) {
        this.messages = messages;
        this.ranges = ranges;
        this.agencies = agencies;
        this.clock = clock;
    }

    @GetMapping
    String page(@RequestParam(required = false) @Nullable Long agent, Model model) {
        show(agent, new TypedRange(LocalDate.now(clock)), Map.of(), model);
        return "appointment/ranges";
    }

    @PostMapping
    String add(@RequestParam long agent, @ModelAttribute TypedRange typed, Model model) {
        var errors = ranges.add(typed.draft(agent));
        if (errors.isEmpty()) {
            return "redirect:/rendez-vous/ouvertures?agent=" + agent + "&ajoutee";
        }
        show(agent, typed, errors, model);
        return "appointment/ranges";
    }

    @PostMapping("/{id}/retirer")
    String remove(@PathVariable long id, @RequestParam long agent) {
        ranges.remove(id);
        return "redirect:/rendez-vous/ouvertures?agent=" + agent + "&retiree";
    }

    private void show(@Nullable Long agent, TypedRange typed, Map<String, String> errors, Model model) {
        var officers = ranges.officers();
        var officer = officers.stream()
                .filter(one -> agent == null || one.id() == agent)
                .findFirst();
        if (officer.isEmpty() && agent != null) {
            throw new AccessDeniedException("Ranges of somebody else");
        }
        model.addAttribute("officers", officers);
        model.addAttribute("officer", officer.orElse(null));
        model.addAttribute("ranges", officer.map(one -> ranges.of(one.id())).orElse(List.of()));
        var names = agencies.byId();
        model.addAttribute("names", names);
        model.addAttribute("agencies", officer.map(one -> own(one, names)).orElse(Map.of()));
        model.addAttribute("dayNames", named(Stream.of(1, 2, 3, 4, 5, 6, 7), "appointment.day."));
        model.addAttribute("kindNames", named(Stream.of(MeetingKind.values()), "appointment.kind."));
        model.addAttribute("form", typed);
        model.addAttribute("errors", errors);
    }

    private <T> Map<T, String> named(Stream<T> values, String prefix) {
        var names = new LinkedHashMap<T, String>();
        values.forEach(
                value -> names.put(value, messages.getMessage(prefix + value, null, LocaleContextHolder.getLocale())));
        return names;
    }

    private static Map<Long, String> own(StaffMember officer, Map<Long, Agency> all) {
        return all.values().stream()
                .filter(agency -> officer.worksFor(agency.id()))
                .collect(Collectors.toMap(Agency::id, Agency::name, (one, other) -> one, LinkedHashMap::new));
    }
}

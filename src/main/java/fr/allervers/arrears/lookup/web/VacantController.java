package fr.allervers.arrears.lookup.web;

import fr.allervers.arrears.lookup.VacantDwellings;
import fr.allervers.arrears.lookup.VacantDwellings.Keys;
import fr.allervers.arrears.lookup.VacantDwellings.Works;
import fr.allervers.shared.Retry;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The vacant dwellings of the sector. */
@Controller
@RequestMapping("/fiches/vacants")
class VacantController {

    private final VacantDwellings dwellings;
    private final CurrentStaff currentStaff;
    private final MessageSource messages;
    private final Clock clock;

    VacantController(VacantDwellings dwellings, CurrentStaff currentStaff, MessageSource messages, Clock clock) {
        this.dwellings = dwellings;
        this.currentStaff = currentStaff;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
    String list(@RequestParam(name = "apres", required = false) @Nullable String after, Model model) {
        model.addAttribute("found", dwellings.list(after));
        model.addAttribute("mayEdit", currentStaff.require().isAny(Role.FIELD_MANAGER, Role.SUPERVISOR));
        return "lookup/vacant-list";
    }

    @GetMapping("/{id:\\d+}")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.SUPERVISOR})
    String edit(@PathVariable long id, Model model) {
        var vacant = dwellings.require(id);
        show(vacant, TypedState.of(vacant, clock.getZone()), Map.of(), model);
        return "lookup/vacant";
    }

    @PostMapping("/{id:\\d+}")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.SUPERVISOR})
    String save(@PathVariable long id, @RequestParam int version, @ModelAttribute TypedState typed, Model model) {
        var errors = new LinkedHashMap<String, String>();
        var state = typed.state(clock.getZone(), errors);
        if (state != null && errors.isEmpty()) {
            errors.putAll(Retry.onConflict(() -> dwellings.save(id, version, state)));
        }
        if (errors.isEmpty()) {
            return "redirect:/fiches/vacants?note";
        }
        show(dwellings.require(id), typed, errors, model);
        return "lookup/vacant";
    }

    private void show(VacantDwellings.Vacant vacant, TypedState typed, Map<String, String> errors, Model model) {
        model.addAttribute("vacant", vacant);
        model.addAttribute("form", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("keys", named(Keys.values(), "lookup.keys."));
        model.addAttribute("works", named(Works.values(), "lookup.works."));
    }

    private Map<String, String> named(Enum<?>[] values, String prefix) {
        var names = new LinkedHashMap<String, String>();
        Arrays.stream(values)
                .forEach(value -> names.put(
                        value.name(),
                        messages.getMessage(prefix + value.name(), null, LocaleContextHolder.getLocale())));
        return names;
    }
}

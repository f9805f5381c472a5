package fr.allervers.inbox.web;

import fr.allervers.inbox.HouseholdSection;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import fr.allervers.tenancy.Households;
import fr.allervers.workflow.Timeline;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The page of a household: who lives there, how to reach them, where, and all that happened with them. It stands here because
 * the register knows no cases. Callers see the households handed to them on the call page, not this one.
 */
@Controller
class HouseholdController {

    private final Households households;
    private final Timeline timeline;
    private final List<HouseholdSection> sections;
    private final CurrentStaff currentStaff;

    HouseholdController(
            Households households, Timeline timeline, List<HouseholdSection> sections, CurrentStaff currentStaff) {
        this.households = households;
        this.timeline = timeline;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(HouseholdSection::order))
                .toList();
        this.currentStaff = currentStaff;
    }

    @GetMapping("/locataires/{id}")
    @RolesAllowed({
        Roles.SOCIAL_ADVISOR,
        Roles.RENT_OFFICER,
        Roles.FIELD_MANAGER,
        Roles.ALLOCATION_OFFICER,
        Roles.SUPERVISOR,
        Roles.DIRECTOR,
        Roles.ADMINISTRATOR
    })
    String page(@PathVariable long id, Model model) {
        var household = households.require(id);
        var reader = currentStaff.requireAgency(household.agencyId());
        model.addAttribute("household", household);
        model.addAttribute(
                "languageName",
                Locale.forLanguageTag(household.language()).getDisplayLanguage(LocaleContextHolder.getLocale()));
        model.addAttribute("leases", households.leases(id));
        model.addAttribute("withArrears", reader.isAny(Role.SUPERVISOR, Role.SOCIAL_ADVISOR, Role.RENT_OFFICER));
        var withSocial = reader.isAny(Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR);
        model.addAttribute("withSocial", withSocial);
        model.addAttribute("entries", timeline.ofHousehold(id, withSocial));
        model.addAttribute(
                "sections",
                sections.stream()
                        .flatMap(section -> section.of(household, reader).stream())
                        .toList());
        return "inbox/household";
    }
}

package fr.allervers.arrears.prevention.web;

import fr.allervers.arrears.prevention.BulkReminders;
import fr.allervers.arrears.prevention.CaseStatus;
import fr.allervers.arrears.prevention.Worktray;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import fr.allervers.tenancy.Agencies;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Impayés » : every open case with its one recommended act. */
@Controller
class WorktrayController {

    private final Worktray tray;
    private final Agencies agencies;
    private final CurrentStaff currentStaff;

    WorktrayController(Worktray tray, Agencies agencies, CurrentStaff currentStaff) {
        this.tray = tray;
        this.agencies = agencies;
        this.currentStaff = currentStaff;
    }

    @GetMapping(TrayAddress.PATH)
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.FIELD_MANAGER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(
            @RequestParam Map<String, String> parameters,
            @RequestParam(name = "apres", required = false) @Nullable String after,
            Model model) {
        var reader = currentStaff.require();
        var address = TrayAddress.of(parameters);
        model.addAttribute("address", address);
        model.addAttribute("lines", tray.page(address.filter(), after));
        model.addAttribute("acts", tray.acts(address.filter()));
        model.addAttribute(
                "agencies",
                agencies.all().stream().filter(one -> reader.worksFor(one.id())).toList());
        model.addAttribute(
                "statuses",
                Arrays.stream(CaseStatus.values())
                        .filter(one -> one != CaseStatus.CLOSED)
                        .toList());
        model.addAttribute("writing", address.writing(BulkReminders.Kind.MESSAGE));
        model.addAttribute("mayWrite", reader.isAny(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR));
        model.addAttribute("settings", reader.isAny(Role.SUPERVISOR, Role.ADMINISTRATOR));
        return "arrears/tray";
    }
}

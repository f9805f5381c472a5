package fr.allervers.arrears.prevention.web;

import fr.allervers.arrears.prevention.BulkReminders;
import fr.allervers.arrears.prevention.BulkReminders.Kind;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reminders to what the worktray shows: first as they would be written, then written. */
@Controller
@RequestMapping(TrayAddress.PATH + "/ecrire")
@RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
class BulkRemindersController {

    private final BulkReminders reminders;

    BulkRemindersController(BulkReminders reminders) {
        this.reminders = reminders;
    }

    @GetMapping
    String preview(
            @RequestParam Map<String, String> parameters,
            @RequestParam(name = "envoi", defaultValue = "MESSAGE") Kind kind,
            Model model) {
        var address = TrayAddress.of(parameters);
        model.addAttribute("address", address);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("preview", reminders.preview(address.filter(), kind));
        model.addAttribute("most", BulkReminders.MOST);
        return "arrears/bulk";
    }

    /** The cases that were ticked: these and no others. */
    @PostMapping
    String send(
            @RequestParam(name = "envoi") Kind kind,
            @RequestParam(name = "dossier", required = false) @Nullable List<Long> cases,
            RedirectAttributes after) {
        if (cases == null || cases.isEmpty()) {
            throw new UserError("arrears.bulk.nobody");
        }
        var sent = reminders.send(cases, kind);
        after.addFlashAttribute("written", sent.written());
        after.addFlashAttribute("leftAside", sent.leftAside());
        return "redirect:" + TrayAddress.PATH;
    }
}

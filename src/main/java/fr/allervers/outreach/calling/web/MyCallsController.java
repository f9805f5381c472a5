package fr.allervers.outreach.calling.web;

import fr.allervers.outreach.calling.HandOut;
import fr.allervers.outreach.calling.MyCalls;
import fr.allervers.shared.Retry;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody with an hour to give begins: the next household, those in hand, the promised call-backs. */
@Controller
@RequestMapping("/mes-appels")
@RolesAllowed({
    Roles.SOCIAL_ADVISOR,
    Roles.CALLER,
    Roles.RENT_OFFICER,
    Roles.FIELD_MANAGER,
    Roles.ALLOCATION_OFFICER,
    Roles.SUPERVISOR,
    Roles.DIRECTOR,
    Roles.ADMINISTRATOR
})
class MyCallsController {

    private final MyCalls myCalls;
    private final HandOut handOut;
    private final CurrentStaff currentStaff;

    MyCallsController(MyCalls myCalls, HandOut handOut, CurrentStaff currentStaff) {
        this.myCalls = myCalls;
        this.handOut = handOut;
        this.currentStaff = currentStaff;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("view", myCalls.view());
        model.addAttribute("leads", currentStaff.require().isAny(Role.SUPERVISOR, Role.DIRECTOR));
        return "outreach/calling/my-calls";
    }

    @PostMapping("/suivant")
    String next(RedirectAttributes after) {
        var next = Retry.onConflict(handOut::next);
        if (next.isEmpty()) {
            after.addFlashAttribute("nothingLeft", true);
        }
        return next.map(call -> "redirect:/appels/foyers/" + call).orElse("redirect:/mes-appels");
    }

    @PostMapping("/fichier")
    String takeFile(@RequestParam("campagne") long campaignId, RedirectAttributes after) {
        after.addFlashAttribute("taken", Retry.onConflict(() -> handOut.takeFile(campaignId)));
        return "redirect:/mes-appels";
    }
}

package fr.allervers.outreach.followup.web;

import fr.allervers.outreach.followup.AppointedCalls;
import fr.allervers.shared.Retry;
import fr.allervers.staff.Roles;
import fr.allervers.workflow.Submission;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one agreed weekly call. */
@Controller
@RequestMapping("/appels/rendez-vous/{id}")
@RolesAllowed({Roles.CALLER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR, Roles.DIRECTOR})
class AppointedCallController {

    private final AppointedCalls calls;

    AppointedCallController(AppointedCalls calls) {
        this.calls = calls;
    }

    @GetMapping
    String page(@PathVariable long id, Model model) {
        fill(model, id, Map.of(), new Submission(Map.of(), Map.of()));
        return "followup/appointed-call";
    }

    @PostMapping
    ModelAndView complete(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> raw,
            Model model,
            RedirectAttributes after) {
        var noted = Retry.onConflict(() -> calls.complete(id, raw));
        if (!noted.submission().accepted()) {
            fill(model, id, Map.copyOf(raw), noted.submission());
            return new ModelAndView("followup/appointed-call", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        after.addFlashAttribute("noted", true);
        after.addFlashAttribute("nextCallAt", noted.nextCallAt());
        return new ModelAndView("redirect:/appels/rendez-vous/" + id);
    }

    private void fill(Model model, long id, Map<String, List<String>> values, Submission submission) {
        model.addAttribute("call", calls.page(id));
        model.addAttribute("values", values);
        model.addAttribute("errors", submission.errors());
    }
}

package fr.allervers.operations.web;

import fr.allervers.operations.Operations;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the application runs. */
@Controller
@RequestMapping("/exploitation")
@RolesAllowed(Roles.ADMINISTRATOR)
class OperationsController {

    private static final String PAGE = "redirect:/exploitation";

    private final Operations operations;

    OperationsController(Operations operations) {
        this.operations = operations;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("view", operations.view());
        return "operations/operations";
    }

    @PostMapping("/travaux/{id}/reprendre")
    String retry(@PathVariable String id, RedirectAttributes after) {
        operations.retry(id);
        after.addFlashAttribute("notice", "operations.retried");
        return PAGE;
    }

    @PostMapping("/travaux/reprendre")
    String retryAll(RedirectAttributes after) {
        operations.retryAll();
        after.addFlashAttribute("notice", "operations.retried");
        return PAGE;
    }

    @PostMapping("/taches/comparer")
    String reconcile(RedirectAttributes after) {
        after.addFlashAttribute(
                "notice", operations.reconcileInbox().none() ? "operations.inbox.same" : "operations.inbox.repaired");
        return PAGE;
    }
}

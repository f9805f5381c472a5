package fr.allervers.inbox.web;

import fr.allervers.inbox.Inbox;
import fr.allervers.staff.EveryRole;
import fr.allervers.workflow.TaskGone;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** « À faire » : the list and, beside it, one task. */
@Controller
@EveryRole
class InboxController {

    private final Inbox inbox;
    private final TaskPanels panels;
    private final InboxPage page;

    InboxController(Inbox inbox, TaskPanels panels, InboxPage page) {
        this.inbox = inbox;
        this.panels = panels;
        this.page = page;
    }

    @GetMapping(InboxAddress.PATH)
    String inbox(
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Model model) {
        var address = InboxAddress.of(parameters);
        var panel = address.task() == null ? null : panel(address.task(), model);
        model.addAttribute("address", address);
        model.addAttribute("panel", panel);
        if ("panel".equals(target)) {
            return "inbox/page :: panel";
        }
        page.fill(model, address);
        return page.view(target);
    }

    /** A task that is gone since the address was made is told so; the list is shown all the same. */
    private @Nullable TaskPanel panel(String taskId, Model model) {
        try {
            return panels.of(inbox.require(taskId));
        } catch (TaskGone e) {
            model.addAttribute("notice", "tasks.gone");
            return null;
        }
    }
}

package fr.allervers.inbox.web;

import fr.allervers.inbox.Inbox;
import fr.allervers.inbox.InboxActs;
import fr.allervers.shared.Retry;
import fr.allervers.staff.EveryRole;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The acts on one task. Each leads back to the list that it came from ({@code _retour}, the filters). */
@Controller
@RequestMapping("/a-faire/{taskId}")
@EveryRole
class TaskController {

    private final Inbox inbox;
    private final InboxActs acts;
    private final TaskPanels panels;
    private final InboxPage page;
    private final Clock clock;

    TaskController(Inbox inbox, InboxActs acts, TaskPanels panels, InboxPage page, Clock clock) {
        this.inbox = inbox;
        this.acts = acts;
        this.panels = panels;
        this.page = page;
        this.clock = clock;
    }

    @PostMapping("/prendre")
    String claim(
            @PathVariable String taskId,
            @RequestParam(name = "_retour", defaultValue = "") String back,
            RedirectAttributes after) {
        Retry.onConflict(() -> acts.claim(taskId));
        after.addFlashAttribute("notice", "inbox.claimed");
        return "redirect:" + InboxAddress.ofQuery(back).show(taskId);
    }

    @PostMapping("/rendre")
    String release(
            @PathVariable String taskId,
            @RequestParam(name = "_retour", defaultValue = "") String back,
            RedirectAttributes after) {
        Retry.onConflict(() -> acts.release(taskId));
        after.addFlashAttribute("notice", "inbox.released");
        return "redirect:" + InboxAddress.ofQuery(back).list();
    }

    @PostMapping("/confier")
    String assign(
            @PathVariable String taskId,
            @RequestParam("personne") String username,
            @RequestParam(name = "_retour", defaultValue = "") String back,
            RedirectAttributes after) {
        Retry.onConflict(() -> acts.assign(taskId, username));
        after.addFlashAttribute("notice", "inbox.assigned");
        return "redirect:" + InboxAddress.ofQuery(back).show(taskId);
    }

    @PostMapping("/reporter")
    String reschedule(
            @PathVariable String taskId,
            @RequestParam("echeance") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime dueAt,
            @RequestParam(name = "_retour", defaultValue = "") String back,
            RedirectAttributes after) {
        Retry.onConflict(
                () -> acts.reschedule(taskId, dueAt.atZone(clock.getZone()).toInstant()));
        after.addFlashAttribute("notice", "inbox.rescheduled");
        return "redirect:" + InboxAddress.ofQuery(back).show(taskId);
    }

    /** « Terminer et suivante » : completes with the form, then shows the next task of the same list. */
    @PostMapping("/terminer")
    String complete(
            @PathVariable String taskId,
            @RequestParam MultiValueMap<String, String> raw,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var back = raw.getFirst("_retour");
        var address = InboxAddress.ofQuery(back == null ? "" : back);
        var item = inbox.require(taskId);
        Map<String, List<String>> answers = new HashMap<>(raw);
        var sent = Retry.onConflict(() -> acts.complete(taskId, answers));
        if (!sent.accepted()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            response.setHeader("HX-Push-Url", "false");
            model.addAttribute("address", address);
            model.addAttribute("panel", panels.refused(item, answers, sent));
            page.fill(model, address);
            return page.view(target);
        }
        var next = inbox.nextAfter(item, address.filter());
        after.addFlashAttribute("notice", next.isPresent() ? "inbox.completed" : "inbox.completed-last");
        after.addFlashAttribute("done", taskId);
        return "redirect:" + next.map(one -> address.show(one.taskId())).orElse(address.list());
    }
}

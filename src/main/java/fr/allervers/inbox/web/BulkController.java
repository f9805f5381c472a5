package fr.allervers.inbox.web;

import fr.allervers.inbox.InboxBulk;
import fr.allervers.inbox.InboxBulk.Choice;
import fr.allervers.inbox.InboxBulk.Kind;
import fr.allervers.inbox.InboxBulk.Line;
import fr.allervers.inbox.InboxBulk.Order;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.EveryRole;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One act on several tasks: first the exact set, then the act on that set, then what became of each. */
@Controller
@RequestMapping("/a-faire/lot")
@EveryRole
class BulkController {

    private final InboxBulk bulk;
    private final TaskPanels panels;
    private final Clock clock;

    BulkController(InboxBulk bulk, TaskPanels panels, Clock clock) {
        this.bulk = bulk;
        this.panels = panels;
        this.clock = clock;
    }

    @GetMapping
    String preview(
            @RequestParam("acte") Kind act,
            @RequestParam(name = "tache", required = false) @Nullable List<String> taskIds,
            @RequestParam(name = "_retour", defaultValue = "") String back,
            Model model) {
        if (taskIds == null || taskIds.isEmpty()) {
            throw new UserError("inbox.error.nothing-chosen");
        }
        var lines = bulk.preview(act, taskIds);
        var allowed = lines.stream().filter(Line::allowed).map(Line::item).toList();
        model.addAttribute("act", act);
        model.addAttribute("lines", lines);
        model.addAttribute("left", taskIds.size() - lines.size());
        model.addAttribute("allowed", allowed.size());
        model.addAttribute(
                "colleagues",
                act == Kind.ASSIGN
                        ? allowed.stream()
                                .flatMap(item -> panels.colleagues(item).stream())
                                .distinct()
                                .toList()
                        : List.of());
        model.addAttribute("address", InboxAddress.ofQuery(back));
        return "inbox/bulk";
    }

    @PostMapping
    String apply(
            @RequestParam("acte") Kind act,
            @RequestParam(name = "choix", defaultValue = "") List<String> choices,
            @RequestParam(name = "personne", required = false) @Nullable String username,
            @RequestParam(name = "echeance", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable
                    LocalDateTime dueAt,
            @RequestParam(name = "_retour", defaultValue = "") String back,
            Model model) {
        var order = new Order(
                act,
                username,
                dueAt == null ? null : dueAt.atZone(clock.getZone()).toInstant());
        var outcomes = bulk.apply(
                order,
                choices.stream()
                        .map(choice -> choice.split("~", 2))
                        .filter(choice -> choice.length == 2)
                        .map(choice -> new Choice(choice[0], choice[1]))
                        .toList());
        model.addAttribute("act", act);
        model.addAttribute("outcomes", outcomes);
        model.addAttribute(
                "done", outcomes.stream().filter(InboxBulk.Outcome::done).count());
        model.addAttribute("address", InboxAddress.ofQuery(back));
        return "inbox/bulk-done";
    }
}

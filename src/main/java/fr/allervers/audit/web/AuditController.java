package fr.allervers.audit.web;

import fr.allervers.audit.Act;
import fr.allervers.audit.AuditChain;
import fr.allervers.audit.AuditLine;
import fr.allervers.audit.AuditLog;
import fr.allervers.audit.Outcome;
import fr.allervers.shared.CsvExport;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The audit log for administrators: searched, taken along, verified. Reading it is written down like anything else. */
@Controller
@RequestMapping("/journal")
@RolesAllowed(Roles.ADMINISTRATOR)
class AuditController {

    private final AuditLog log;
    private final AuditChain chain;
    private final AuditWords words;

    AuditController(AuditLog log, AuditChain chain, AuditWords words) {
        this.log = log;
        this.chain = chain;
        this.words = words;
    }

    @GetMapping
    String page(
            @ModelAttribute("asked") AskedFilter asked,
            @RequestParam(name = "avant", required = false) @Nullable String before,
            Model model) {
        var found = log.search(asked.filter(), before);
        model.addAttribute("found", found);
        model.addAttribute("lines", found.items().stream().map(words::line).toList());
        model.addAttribute("people", log.people());
        model.addAttribute("acts", Act.values());
        model.addAttribute("outcomes", Outcome.values());
        return "audit/page";
    }

    @GetMapping("/journal.csv")
    void csv(@ModelAttribute("asked") AskedFilter asked, HttpServletResponse response) throws IOException {
        attach(response, "text/csv;charset=UTF-8", "journal.csv");
        var head = Stream.of(
                        "at", "who", "act", "outcome", "subject", "household", "route", "detail", "reference", "place")
                .map(column -> words.text("audit.csv." + column))
                .toArray(String[]::new);
        try (var csv = new CsvExport(response.getWriter(), head)) {
            log.each(asked.filter(), line -> row(csv, line));
        }
    }

    private void row(CsvExport csv, AuditLine entry) {
        var line = words.line(entry);
        try {
            csv.row(
                    entry.at(),
                    line.who(),
                    line.act(),
                    line.outcome(),
                    line.subject(),
                    line.household(),
                    entry.route(),
                    entry.detail(),
                    entry.reference(),
                    entry.seq());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole of it, for who verifies it without the application (docs/audit.md). */
    @GetMapping("/copie.jsonl")
    void copy(HttpServletResponse response) throws IOException {
        attach(response, "application/x-ndjson", "journal.jsonl");
        response.setCharacterEncoding("UTF-8");
        PrintWriter to = response.getWriter();
        chain.copy(line -> to.append(line).append('\n'));
    }

    @PostMapping("/verification")
    String verify(RedirectAttributes after) {
        after.addFlashAttribute("report", chain.verify());
        return "redirect:/journal";
    }

    private static void attach(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}

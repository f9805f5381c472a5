package fr.allervers.allocation.report.web;

import fr.allervers.allocation.report.AllocationReport;
import fr.allervers.allocation.report.AllocationReports;
import fr.allervers.allocation.report.RegisterExports;
import fr.allervers.documents.PdfDocuments;
import fr.allervers.shared.CsvExport;
import fr.allervers.shared.Dates;
import fr.allervers.shared.web.Downloads;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Roles;
import fr.allervers.tenancy.Agencies;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.InputStreamResource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The yearly report to the board, and the files for the national register. */
@Controller
@RequestMapping("/attributions")
class AllocationReportController {

    private static final int LONGEST_YEARS = 5;

    private final AllocationReports reports;
    private final RegisterExports exports;
    private final Agencies agencies;
    private final PdfDocuments pdf;
    private final MessageSource messages;
    private final Dates dates;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    AllocationReportController(
            AllocationReports reports,
            RegisterExports exports,
            Agencies agencies,
            PdfDocuments pdf,
            MessageSource messages,
            Dates dates,
            CurrentStaff currentStaff,
            Clock clock) {
        this.reports = reports;
        this.exports = exports;
        this.agencies = agencies;
        this.pdf = pdf;
        this.messages = messages;
        this.dates = dates;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    @GetMapping("/bilan")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(
            @RequestParam(name = "du", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate from,
            @RequestParam(name = "au", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate until,
            @RequestParam(name = "agence", required = false) @Nullable Long agency,
            Model model) {
        var reader = currentStaff.require();
        model.addAttribute("report", report(from, until, agency));
        model.addAttribute("agency", agency);
        model.addAttribute(
                "agencies",
                agencies.all().stream().filter(one -> reader.worksFor(one.id())).toList());
        return "allocation-report/page";
    }

    @GetMapping("/bilan.pdf")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    ResponseEntity<byte[]> pdf(
            @RequestParam(name = "du", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate from,
            @RequestParam(name = "au", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate until,
            @RequestParam(name = "agence", required = false) @Nullable Long agency) {
        var report = report(from, until, agency);
        Map<String, Object> model = new HashMap<>();
        model.put("report", report);
        model.put("from", dates.day(report.from()));
        model.put("until", dates.day(report.until()));
        model.put("asOf", dates.moment(report.asOf()));
        return Downloads.saved("bilan-attributions.pdf", MediaType.APPLICATION_PDF)
                .body(pdf.render("allocation-report/pdf", model));
    }

    @GetMapping("/bilan.csv")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    ResponseEntity<byte[]> csv(
            @RequestParam(name = "du", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate from,
            @RequestParam(name = "au", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate until,
            @RequestParam(name = "agence", required = false) @Nullable Long agency)
            throws IOException {
        var report = report(from, until, agency);
        var text = new StringWriter();
        try (var csv = new CsvExport(
                text, word("outcome.report.table"), word("outcome.report.line"), word("outcome.report.value"))) {
            var total = word("outcome.report.total");
            csv.row(total, word("outcome.report.dwellings"), report.dwellings());
            csv.row(total, word("outcome.report.examined"), report.examined());
            csv.row(total, word("outcome.report.allocations"), report.allocations());
            csv.row(total, word("outcome.report.leases"), report.leases());
            csv.row(total, word("outcome.report.priority"), report.priorityShare());
            csv.row(total, word("outcome.report.urgent"), report.urgent());
            csv.row(total, word("outcome.report.occupancies"), report.occupancies());
            for (var table : report.tables()) {
                for (var row : table.rows()) {
                    csv.row(word("outcome.report.table." + table.key()), word(row.label()), row.value());
                }
            }
        }
        return Downloads.saved("bilan-attributions.csv", Downloads.CSV)
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** This year so far, unless other days are asked for. */
    private AllocationReport report(@Nullable LocalDate from, @Nullable LocalDate until, @Nullable Long agency) {
        var today = LocalDate.now(clock);
        var first = Objects.requireNonNullElse(from, today.withDayOfYear(1));
        var last = Objects.requireNonNullElse(until, today);
        if (last.isBefore(first) || first.plusYears(LONGEST_YEARS).isBefore(last)) {
            throw new UserError("outcome.report.error.period", LONGEST_YEARS);
        }
        return reports.of(first, last, agency);
    }

    @GetMapping("/registre-national")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String exports(Model model) {
        model.addAttribute("waiting", exports.waiting());
        model.addAttribute("history", exports.history());
        return "allocation-report/exports";
    }

    @PostMapping("/registre-national")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String export(RedirectAttributes after) {
        exports.make();
        after.addFlashAttribute("notice", "outcome.export.made");
        return "redirect:/attributions/registre-national";
    }

    @GetMapping("/registre-national/{id:\\d+}.csv")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    ResponseEntity<InputStreamResource> exported(@PathVariable long id) {
        var file = exports.require(id);
        return Downloads.saved(file.name(), Downloads.CSV.toString(), file.size(), exports.open(file));
    }

    private String word(String key) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, key, LocaleContextHolder.getLocale()), key);
    }
}

package fr.allervers.outreach.report.web;

import fr.allervers.documents.PdfDocuments;
import fr.allervers.outreach.campaign.CallCampaigns;
import fr.allervers.outreach.report.CampaignReports;
import fr.allervers.outreach.report.ReportFilter;
import fr.allervers.outreach.report.ReportTable;
import fr.allervers.shared.CsvExport;
import fr.allervers.shared.Dates;
import fr.allervers.shared.web.Downloads;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A campaign's report: page, CSV of each table, PDF. */
@Controller
class ReportController {

    private final CampaignReports reports;
    private final CallCampaigns campaigns;
    private final PdfDocuments pdf;
    private final MessageSource messages;
    private final Dates dates;

    ReportController(
            CampaignReports reports, CallCampaigns campaigns, PdfDocuments pdf, MessageSource messages, Dates dates) {
        this.reports = reports;
        this.campaigns = campaigns;
        this.pdf = pdf;
        this.messages = messages;
        this.dates = dates;
    }

    @GetMapping("/appels/{id:\\d+}/bilan")
    @RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long wave,
            @RequestParam(required = false) @Nullable Long agency,
            @RequestParam(required = false) @Nullable Long caller,
            Model model) {
        model.addAllAttributes(model(id, new ReportFilter(wave, agency, caller)));
        model.addAttribute("waves", campaigns.waves(id));
        model.addAttribute("agencies", reports.agencies(id));
        model.addAttribute("callers", reports.callers(id));
        return "report/page";
    }

    @GetMapping("/appels/{id:\\d+}/bilan.pdf")
    @RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTOR})
    ResponseEntity<byte[]> pdf(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long wave,
            @RequestParam(required = false) @Nullable Long agency,
            @RequestParam(required = false) @Nullable Long caller) {
        var content = pdf.render("report/pdf", model(id, new ReportFilter(wave, agency, caller)));
        return Downloads.saved("bilan-" + id + ".pdf", MediaType.APPLICATION_PDF)
                .body(content);
    }

    @GetMapping("/appels/{id:\\d+}/bilan/{table:[a-z]+}.csv")
    @RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTOR})
    ResponseEntity<byte[]> csv(
            @PathVariable long id,
            @PathVariable String table,
            @RequestParam(required = false) @Nullable Long wave,
            @RequestParam(required = false) @Nullable Long agency,
            @RequestParam(required = false) @Nullable Long caller)
            throws IOException {
        var report = reports.of(id, new ReportFilter(wave, agency, caller));
        var found =
                report.tables().stream().filter(one -> one.key().equals(table)).findFirst();
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return Downloads.saved("bilan-" + id + "-" + table + ".csv", Downloads.CSV)
                .body(write(found.get()).getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> model(long id, ReportFilter filter) {
        var model = new HashMap<String, Object>();
        model.put("campaign", campaigns.read(id));
        var report = reports.of(id, filter);
        model.put("report", report);
        model.put("filter", filter);
        model.put("asOf", dates.moment(report.asOf()));
        return model;
    }

    private String write(ReportTable table) throws IOException {
        var text = new StringWriter();
        var head = table.columns().stream().map(this::column).toArray(String[]::new);
        try (var csv = new CsvExport(text, head)) {
            for (var row : table.rows()) {
                var cells = new @Nullable Object[row.values().size() + 1];
                cells[0] = row.label();
                for (var index = 0; index < row.values().size(); index++) {
                    cells[index + 1] = row.values().get(index);
                }
                csv.row(cells);
            }
        }
        return text.toString();
    }

    private String column(String key) {
        return Objects.requireNonNull(
                messages.getMessage("report.column." + key, null, LocaleContextHolder.getLocale()));
    }
}

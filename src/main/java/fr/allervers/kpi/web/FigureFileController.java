package fr.allervers.kpi.web;

import fr.allervers.kpi.figure.Area;
import fr.allervers.kpi.figure.Dashboards;
import fr.allervers.kpi.figure.ProcessMaps;
import fr.allervers.kpi.figure.WorkPages;
import fr.allervers.kpi.monthly.FigurePaper;
import fr.allervers.kpi.monthly.MonthlyFigures;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Each page as CSV, all figures as PDF, and the month's by e-mail. */
@Controller
@RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTOR})
class FigureFileController {

    private final Dashboards dashboards;
    private final WorkPages work;
    private final ProcessMaps maps;
    private final FigurePaper paper;
    private final MonthlyFigures monthly;
    private final FigureCsv csv;
    private final DashboardModel page;

    FigureFileController(
            Dashboards dashboards,
            WorkPages work,
            ProcessMaps maps,
            FigurePaper paper,
            MonthlyFigures monthly,
            FigureCsv csv,
            DashboardModel page) {
        this.dashboards = dashboards;
        this.work = work;
        this.maps = maps;
        this.paper = paper;
        this.monthly = monthly;
        this.csv = csv;
        this.page = page;
    }

    @GetMapping("/tableau.csv")
    ResponseEntity<byte[]> all(@RequestParam Map<String, String> parameters) {
        var address = DashboardAddress.of(DashboardAddress.HOME, parameters);
        var scope = page.scope(address);
        return csv("tableau", csv.figures(dashboards.everything(page.period(address), scope)));
    }

    @GetMapping("/tableau/{area}.csv")
    ResponseEntity<byte[]> area(@PathVariable String area, @RequestParam Map<String, String> parameters) {
        var of = Area.at(area).orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "error.404.what"));
        var address = DashboardAddress.of(DashboardAddress.HOME, parameters);
        return csv(area, csv.area(dashboards.area(of, page.period(address), page.scope(address))));
    }

    @GetMapping("/tableau/travail.csv")
    ResponseEntity<byte[]> work(@RequestParam Map<String, String> parameters) {
        var address = DashboardAddress.of(DashboardAddress.HOME, parameters);
        return csv("travail", csv.work(work.of(page.period(address), page.scope(address))));
    }

    @GetMapping("/tableau/carte/{kind}.csv")
    ResponseEntity<byte[]> map(@PathVariable String kind, @RequestParam Map<String, String> parameters) {
        var address = DashboardAddress.of(DashboardAddress.HOME, parameters);
        return csv(kind, csv.map(maps.of(kind, page.period(address), page.scope(address))));
    }

    @GetMapping("/tableau.pdf")
    ResponseEntity<byte[]> pdf(@RequestParam Map<String, String> parameters) {
        var address = DashboardAddress.of(DashboardAddress.HOME, parameters);
        return file(
                "tableau-de-bord.pdf", MediaType.APPLICATION_PDF, paper.pdf(page.period(address), page.scope(address)));
    }

    @PostMapping("/tableau/mensuel")
    String monthly(@RequestParam("recevoir") boolean wanted, RedirectAttributes after) {
        monthly.subscribe(wanted);
        after.addFlashAttribute("notice", "kpi.monthly.done." + wanted);
        return "redirect:" + DashboardAddress.HOME;
    }

    private static ResponseEntity<byte[]> csv(String name, String content) {
        return file(
                name + ".csv",
                new MediaType("text", "csv", StandardCharsets.UTF_8),
                content.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}

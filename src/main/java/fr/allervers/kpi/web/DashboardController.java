package fr.allervers.kpi.web;

import fr.allervers.kpi.figure.Area;
import fr.allervers.kpi.figure.Dashboards;
import fr.allervers.kpi.figure.FigureWords;
import fr.allervers.kpi.figure.ProcessMaps;
import fr.allervers.kpi.figure.WorkPages;
import fr.allervers.kpi.monthly.MonthlyFigures;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** « Tableau de bord » : everything at a glance, one page per process, the work, and the maps. */
@Controller
@RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTOR})
class DashboardController {

    private final Dashboards dashboards;
    private final WorkPages work;
    private final ProcessMaps maps;
    private final MonthlyFigures monthly;
    private final MapBadges badges;
    private final FigureWords words;
    private final DashboardModel page;

    DashboardController(
            Dashboards dashboards,
            WorkPages work,
            ProcessMaps maps,
            MonthlyFigures monthly,
            MapBadges badges,
            FigureWords words,
            DashboardModel page) {
        this.dashboards = dashboards;
        this.work = work;
        this.maps = maps;
        this.monthly = monthly;
        this.badges = badges;
        this.words = words;
        this.page = page;
    }

    @GetMapping(DashboardAddress.HOME)
    String overview(@RequestParam Map<String, String> parameters, Model model) {
        var address = DashboardAddress.of(DashboardAddress.HOME, parameters);
        var shown = dashboards.overview(page.period(address), page.scope(address));
        page.fill(model, address, shown.state(), false);
        model.addAttribute("shown", shown);
        model.addAttribute("subscribed", monthly.subscribed());
        return "kpi/overview";
    }

    @GetMapping("/tableau/{area}")
    String area(@PathVariable String area, @RequestParam Map<String, String> parameters, Model model) {
        var of = Area.at(area).orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "error.404.what"));
        var address = DashboardAddress.of(DashboardAddress.HOME + "/" + of.path(), parameters);
        var shown = dashboards.area(of, page.period(address), page.scope(address));
        page.fill(model, address, shown.state(), of.hasCampaigns());
        model.addAttribute("title", words.words("kpi.area.title", words.words("kpi.area." + of)));
        model.addAttribute("area", of);
        model.addAttribute("shown", shown);
        return "kpi/area";
    }

    @GetMapping("/tableau/travail")
    String work(@RequestParam Map<String, String> parameters, Model model) {
        var address = DashboardAddress.of("/tableau/travail", parameters);
        var shown = work.of(page.period(address), page.scope(address));
        page.fill(model, address, shown.state(), false);
        model.addAttribute("shown", shown);
        return "kpi/work";
    }

    @GetMapping("/tableau/carte/{kind}")
    String map(@PathVariable String kind, @RequestParam Map<String, String> parameters, Model model) {
        var address = DashboardAddress.of("/tableau/carte/" + kind, parameters);
        var shown = maps.of(kind, page.period(address), page.scope(address));
        page.fill(model, address, shown.state(), shown.area().hasCampaigns());
        model.addAttribute("shown", shown);
        var heading = words.words("case-kind." + kind);
        model.addAttribute("heading", heading);
        model.addAttribute("title", words.words("kpi.map.title", heading));
        model.addAttribute("rows", shown.worstFirst());
        model.addAttribute("late", badges.lateSteps(shown));
        model.addAttribute("counts", badges.counts(shown));
        model.addAttribute("lateCounts", badges.lateCounts(shown));
        return "kpi/map";
    }

    @GetMapping(path = "/tableau/carte/{kind}/schema.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> diagram(@PathVariable String kind) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(maps.xml(kind));
    }
}

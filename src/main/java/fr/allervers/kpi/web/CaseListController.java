package fr.allervers.kpi.web;

import fr.allervers.kpi.fact.FigureState;
import fr.allervers.kpi.figure.Area;
import fr.allervers.kpi.figure.CaseLine;
import fr.allervers.kpi.figure.DoneTaskList;
import fr.allervers.kpi.figure.FactList;
import fr.allervers.kpi.figure.Figure;
import fr.allervers.kpi.figure.FigureWords;
import fr.allervers.kpi.figure.OpenTaskList;
import fr.allervers.kpi.figure.TaskQuestion;
import fr.allervers.shared.Slice;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The cases behind a number. */
@Controller
@RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTOR})
class CaseListController {

    /** What a list's address holds of its own; the rest is the dashboard's. */
    private static final List<String> OWN = List.of(
            "chiffre", "part", "issue", "domaine", "type", "etape", "groupe", "retard", "echeance", "anciennete");

    private final FactList facts;
    private final OpenTaskList open;
    private final DoneTaskList done;
    private final FigureState state;
    private final DashboardModel page;
    private final FigureWords words;

    CaseListController(
            FactList facts,
            OpenTaskList open,
            DoneTaskList done,
            FigureState state,
            DashboardModel page,
            FigureWords words) {
        this.facts = facts;
        this.open = open;
        this.done = done;
        this.state = state;
        this.page = page;
        this.words = words;
    }

    @GetMapping("/tableau/liste")
    String facts(@RequestParam Map<String, String> parameters, Model model) {
        var figure = Figure.at(parameters.getOrDefault("chiffre", ""))
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "error.404.what"));
        var part =
                switch (parameters.getOrDefault("part", "")) {
                    case "tous" -> FactList.Part.ALL;
                    case "reste" -> FactList.Part.REST;
                    default -> FactList.Part.COUNTED;
                };
        var outcome = name(parameters.get("issue"));
        var address = address("/tableau/liste", parameters);
        var period = page.period(address);
        var scope = page.scope(address);
        var title = words.words("kpi.figure." + figure.key())
                + (outcome == null
                        ? part == FactList.Part.COUNTED ? "" : " · " + words.words("kpi.part." + part)
                        : " · " + words.words("kpi.outcome." + figure.fact() + "." + outcome));
        model.addAttribute("back", address.at("/tableau/" + figure.area().path()));
        model.addAttribute("definition", "kpi.figure." + figure.key() + ".definition");
        model.addAttribute("periodic", !figure.kind().isStock());
        return shown(
                model,
                address,
                parameters,
                title,
                facts.count(figure, part, outcome, period, scope),
                facts.page(figure, part, outcome, period, scope, parameters.get("apres")));
    }

    @GetMapping("/tableau/taches")
    String open(@RequestParam Map<String, String> parameters, Model model) {
        var address = address("/tableau/taches", parameters);
        var asked = question(parameters);
        var scope = page.scope(address);
        model.addAttribute("back", back(parameters, address));
        model.addAttribute("periodic", false);
        return shown(
                model,
                address,
                parameters,
                words.words(asked.late() ? "kpi.list.late" : "kpi.list.open") + ending(parameters),
                open.count(asked, scope),
                open.page(asked, scope, parameters.get("apres")));
    }

    @GetMapping("/tableau/faites")
    String done(@RequestParam Map<String, String> parameters, Model model) {
        var address = address("/tableau/faites", parameters);
        var asked = question(parameters);
        var period = page.period(address);
        var scope = page.scope(address);
        model.addAttribute("back", back(parameters, address));
        model.addAttribute("periodic", true);
        return shown(
                model,
                address,
                parameters,
                words.words(asked.outcome() == null ? "kpi.list.done" : "kpi.list.done." + asked.outcome())
                        + ending(parameters),
                done.count(asked, period, scope),
                done.page(asked, period, scope, parameters.get("apres")));
    }

    private String shown(
            Model model,
            DashboardAddress address,
            Map<String, String> parameters,
            String title,
            long count,
            Slice<CaseLine> lines) {
        page.fill(model, address, state.now(), false);
        model.addAttribute("title", title);
        model.addAttribute("count", count);
        model.addAttribute("lines", lines.items());
        model.addAttribute("next", lines.next());
        model.addAttribute("more", address.at(own(address.path(), parameters)));
        model.addAttribute("kept", kept(parameters));
        return "kpi/list";
    }

    private static DashboardAddress address(String path, Map<String, String> parameters) {
        return DashboardAddress.of(path, parameters);
    }

    private static Map<String, String> kept(Map<String, String> parameters) {
        var kept = new LinkedHashMap<String, String>();
        OWN.stream().filter(parameters::containsKey).forEach(name -> kept.put(name, parameters.get(name)));
        return kept;
    }

    private static String own(String path, Map<String, String> parameters) {
        return path + "?"
                + kept(parameters).entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + UriUtils.encode(entry.getValue(), "UTF-8"))
                        .collect(Collectors.joining("&"));
    }

    private static TaskQuestion question(Map<String, String> parameters) {
        var kind = name(parameters.get("type"));
        var kinds = kind != null
                ? List.of(kind)
                : Area.at(parameters.getOrDefault("domaine", ""))
                        .map(Area::kinds)
                        .orElse(List.of());
        return new TaskQuestion(
                kinds,
                name(parameters.get("etape")),
                name(parameters.get("groupe")),
                "oui".equals(parameters.get("retard")),
                slot(parameters.get("echeance")),
                slot(parameters.get("anciennete")),
                name(parameters.get("issue")));
    }

    private String ending(Map<String, String> parameters) {
        var kind = name(parameters.get("type"));
        var group = name(parameters.get("groupe"));
        var area = Area.at(parameters.getOrDefault("domaine", ""));
        var text = new StringBuilder();
        area.ifPresent(one -> text.append(" · ").append(words.words("kpi.area." + one)));
        if (kind != null) {
            text.append(" · ").append(words.words("case-kind." + kind));
        }
        if (group != null) {
            text.append(" · ").append(words.words("inbox.group." + group));
        }
        return text.toString();
    }

    private static String back(Map<String, String> parameters, DashboardAddress address) {
        var kind = name(parameters.get("type"));
        if (kind != null) {
            return address.at("/tableau/carte/" + kind);
        }
        return Area.at(parameters.getOrDefault("domaine", ""))
                .map(area -> address.at("/tableau/" + area.path()))
                .orElseGet(() -> address.at("/tableau/travail"));
    }

    private static @Nullable String name(@Nullable String value) {
        return value != null && value.matches("[A-Za-z0-9_-]{1,60}") ? value : null;
    }

    private static @Nullable Integer slot(@Nullable String value) {
        return value != null && value.matches("-1|\\d{1,2}") ? Integer.valueOf(value) : null;
    }
}

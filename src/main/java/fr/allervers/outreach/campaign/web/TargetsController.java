package fr.allervers.outreach.campaign.web;

import fr.allervers.outreach.campaign.CallCampaigns;
import fr.allervers.outreach.campaign.CampaignTargets;
import fr.allervers.shared.Retry;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How many households each agency is to call. */
@Controller
@RequestMapping("/appels/{id:\\d+}/objectifs")
@RolesAllowed(Roles.SUPERVISOR)
class TargetsController {

    private static final String FIELD = "objectif-";

    private final CallCampaigns campaigns;
    private final CampaignTargets targets;

    TargetsController(CallCampaigns campaigns, CampaignTargets targets) {
        this.campaigns = campaigns;
        this.targets = targets;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        var typed = new HashMap<Long, String>();
        targets.of(id)
                .forEach(one -> typed.put(
                        one.agencyId(), one.own() == null ? "" : one.own().toString()));
        return page(id, typed, Set.of(), model);
    }

    @PostMapping
    String save(
            @PathVariable long id, @RequestParam Map<String, String> sent, HttpServletResponse response, Model model) {
        var typed = new HashMap<Long, String>();
        var wanted = new HashMap<Long, Integer>();
        var wrong = new HashSet<Long>();
        for (var agency : targets.of(id)) {
            var text = sent.getOrDefault(FIELD + agency.agencyId(), "").strip();
            typed.put(agency.agencyId(), text);
            if (fits(text)) {
                wanted.put(agency.agencyId(), Integer.valueOf(text));
            } else if (!text.isEmpty()) {
                wrong.add(agency.agencyId());
            }
        }
        if (wrong.isEmpty()) {
            Retry.onConflict(() -> targets.set(id, wanted));
            return "redirect:/appels/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(id, typed, wrong, model);
    }

    private String page(long id, Map<Long, String> typed, Set<Long> wrong, Model model) {
        model.addAttribute("campaign", campaigns.read(id));
        model.addAttribute("agencies", targets.of(id));
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        model.addAttribute("most", CampaignTargets.MOST);
        return "campaign/targets";
    }

    private static boolean fits(String text) {
        return text.matches("[0-9]{1,6}")
                && Integer.parseInt(text) >= 1
                && Integer.parseInt(text) <= CampaignTargets.MOST;
    }
}

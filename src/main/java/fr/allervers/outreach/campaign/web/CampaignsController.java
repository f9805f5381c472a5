package fr.allervers.outreach.campaign.web;

import fr.allervers.outreach.campaign.CallCampaigns;
import fr.allervers.outreach.campaign.CampaignCoverage;
import fr.allervers.outreach.campaign.CampaignProgress;
import fr.allervers.outreach.campaign.CampaignState;
import fr.allervers.outreach.campaign.CampaignTargets;
import fr.allervers.outreach.campaign.CampaignTasks;
import fr.allervers.shared.Retry;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The campaigns' pages and a supervisor's acts on them. */
@Controller
class CampaignsController {

    private final CallCampaigns campaigns;
    private final CampaignCoverage coverage;
    private final CampaignTasks tasks;
    private final CampaignProgress progress;
    private final CampaignTargets targets;
    private final CurrentStaff currentStaff;

    CampaignsController(
            CallCampaigns campaigns,
            CampaignCoverage coverage,
            CampaignTasks tasks,
            CampaignProgress progress,
            CampaignTargets targets,
            CurrentStaff currentStaff) {
        this.campaigns = campaigns;
        this.coverage = coverage;
        this.tasks = tasks;
        this.progress = progress;
        this.targets = targets;
        this.currentStaff = currentStaff;
    }

    @GetMapping("/appels")
    @RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTOR})
    String list(Model model) {
        var reader = currentStaff.require();
        var cards = progress.cards(reader);
        model.addAttribute("cards", cards);
        model.addAttribute(
                "counts",
                progress.byCampaign(
                        cards.stream().map(CampaignProgress.Card::id).toList(), reader));
        return "campaign/list";
    }

    @GetMapping("/appels/{id:\\d+}")
    @RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(@PathVariable long id, Model model) {
        var campaign = campaigns.read(id);
        var waves = campaigns.waves(id);
        var audiences = new HashMap<Long, Object>();
        waves.forEach(wave -> audiences.put(wave.id(), campaigns.audience(wave)));
        var step = tasks.waitingStep(id);
        model.addAttribute("campaign", campaign);
        model.addAttribute("waves", waves);
        model.addAttribute("audiences", audiences);
        model.addAttribute(
                "nextWave",
                waves.stream().filter(wave -> !wave.isOpen()).findFirst().orElse(null));
        model.addAttribute("waveCounts", progress.byWave(id, currentStaff.require()));
        model.addAttribute("callers", progress.byCaller(id, currentStaff.require()));
        model.addAttribute("step", step == null ? "" : step);
        // The director acts in the inbox, where the tasks that are late reach them.
        model.addAttribute("owner", currentStaff.require().is(Role.SUPERVISOR) && campaigns.mayChange(id));
        model.addAttribute("partners", campaign.state() == CampaignState.REPORTED ? null : coverage.checkPartners(id));
        addProgress(id, model);
        return "campaign/page";
    }

    /** The progress alone, asked again and again while a launch is under way. */
    @GetMapping("/appels/{id:\\d+}/avancement")
    @RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTOR})
    String progress(@PathVariable long id, Model model) {
        model.addAttribute("campaign", campaigns.read(id));
        addProgress(id, model);
        return "campaign/page :: state-of-calls";
    }

    private void addProgress(long id, Model model) {
        var agencies = progress.byAgency(id, currentStaff.require());
        model.addAttribute("agencies", agencies);
        model.addAttribute("targets", targets.byAgency(id));
        model.addAttribute("total", CampaignProgress.total(agencies));
    }

    @PostMapping("/appels/{id:\\d+}/proposer")
    @RolesAllowed(Roles.SUPERVISOR)
    String propose(@PathVariable long id) {
        return done(id, () -> campaigns.propose(id));
    }

    @PostMapping("/appels/{id:\\d+}/partenaires")
    @RolesAllowed(Roles.SUPERVISOR)
    String partners(@PathVariable long id, @RequestParam(defaultValue = "") String overrideReason) {
        return done(id, () -> tasks.act(id, "check-partners", Map.of("overrideReason", overrideReason)));
    }

    @PostMapping("/appels/{id:\\d+}/liste")
    @RolesAllowed(Roles.SUPERVISOR)
    String approve(
            @PathVariable long id, @RequestParam String approval, @RequestParam(defaultValue = "") String reason) {
        return done(id, () -> tasks.act(id, "approve-list", Map.of("approval", approval, "reason", reason)));
    }

    @PostMapping("/appels/{id:\\d+}/relance")
    @RolesAllowed(Roles.SUPERVISOR)
    String chased(@PathVariable long id, @RequestParam String action, @RequestParam(defaultValue = "") String note) {
        return done(id, () -> tasks.act(id, "chase-late-calls", Map.of("action", action, "note", note)));
    }

    @PostMapping("/appels/{id:\\d+}/bilan")
    @RolesAllowed(Roles.SUPERVISOR)
    String reported(@PathVariable long id, @RequestParam(defaultValue = "") String lessons) {
        return done(id, () -> tasks.act(id, "write-report", Map.of("lessons", lessons)));
    }

    @PostMapping("/appels/{id:\\d+}/vagues/suivante")
    @RolesAllowed(Roles.SUPERVISOR)
    String openNextWave(@PathVariable long id) {
        return done(id, () -> campaigns.openNextWave(id));
    }

    @GetMapping("/appels/{id:\\d+}/cloture")
    @RolesAllowed(Roles.SUPERVISOR)
    String confirmClose(@PathVariable long id, Model model) {
        model.addAttribute("campaign", campaigns.read(id));
        addProgress(id, model);
        return "campaign/close";
    }

    @PostMapping("/appels/{id:\\d+}/cloture")
    @RolesAllowed(Roles.SUPERVISOR)
    String close(@PathVariable long id, @RequestParam(defaultValue = "") @Nullable String reason) {
        return done(id, () -> campaigns.close(id, reason == null || reason.isBlank() ? null : reason.strip()));
    }

    private static String done(long id, Runnable act) {
        Retry.onConflict(act);
        return "redirect:/appels/" + id;
    }
}

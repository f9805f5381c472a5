package fr.allervers.outreach.calling.web;

import fr.allervers.outreach.calling.CallerProfiles;
import fr.allervers.outreach.calling.CallerProfiles.CallerProfile;
import fr.allervers.outreach.calling.HandOut;
import fr.allervers.outreach.campaign.CallCampaigns;
import fr.allervers.shared.Retry;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who calls for a campaign, how much they can take, and the files handed to them. */
@Controller
@RequestMapping("/appels/{campaignId}/appelants")
@RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTOR})
class CallersController {

    private final CallerProfiles profiles;
    private final HandOut handOut;
    private final CallCampaigns campaigns;

    CallersController(CallerProfiles profiles, HandOut handOut, CallCampaigns campaigns) {
        this.profiles = profiles;
        this.handOut = handOut;
        this.campaigns = campaigns;
    }

    @GetMapping
    String show(
            @PathVariable long campaignId,
            @RequestParam(name = "apercu", defaultValue = "false") boolean preview,
            Model model) {
        campaigns.read(campaignId);
        model.addAttribute("campaign", campaigns.summary(campaignId));
        model.addAttribute("callers", profiles.callers(campaignId));
        model.addAttribute("languages", SpokenLanguages.all());
        model.addAttribute("plan", preview ? handOut.plan(campaignId) : null);
        return "outreach/calling/callers";
    }

    @PostMapping("/remettre")
    String handOut(@PathVariable long campaignId, RedirectAttributes after) {
        after.addFlashAttribute("handed", Retry.onConflict(() -> handOut.handOut(campaignId)));
        return back(campaignId);
    }

    @PostMapping("/{staffId}")
    String change(
            @PathVariable long campaignId,
            @PathVariable long staffId,
            @RequestParam(name = "fichiers", defaultValue = "") String files,
            @RequestParam(name = "taille", defaultValue = "") String size,
            @RequestParam(name = "langues", defaultValue = "") List<String> languages,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        requireCaller(campaignId, staffId);
        var known =
                languages.stream().filter(SpokenLanguages::isKnown).distinct().toList();
        var typed = new TypedCapacity(staffId, files, size, known.isEmpty() ? List.of("fr") : known);
        if (!typed.fits()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("typed", typed);
            return show(campaignId, false, model);
        }
        Retry.onConflict(() ->
                profiles.save(new CallerProfile(staffId, typed.filesPerWeek(), typed.fileSize(), typed.languages())));
        after.addFlashAttribute("saved", true);
        return back(campaignId);
    }

    @PostMapping("/{staffId}/reprendre")
    String takeBack(@PathVariable long campaignId, @PathVariable long staffId, RedirectAttributes after) {
        requireCaller(campaignId, staffId);
        Retry.onConflict(() -> handOut.takeBack(campaignId, staffId));
        after.addFlashAttribute("takenBack", true);
        return back(campaignId);
    }

    /** Nobody changes people of campaigns that are not theirs to read, by an address made up. */
    private void requireCaller(long campaignId, long staffId) {
        campaigns.read(campaignId);
        if (profiles.callers(campaignId).stream()
                .noneMatch(line -> line.caller().id() == staffId)) {
            throw new AccessDeniedException("No caller of this campaign");
        }
    }

    private static String back(long campaignId) {
        return "redirect:/appels/" + campaignId + "/appelants";
    }
}

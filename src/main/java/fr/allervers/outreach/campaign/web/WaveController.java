package fr.allervers.outreach.campaign.web;

import fr.allervers.outreach.campaign.AudiencePreview;
import fr.allervers.outreach.campaign.CallCampaigns;
import fr.allervers.outreach.campaign.CampaignCoverage;
import fr.allervers.outreach.campaign.CampaignPlaces;
import fr.allervers.outreach.campaign.CampaignWave;
import fr.allervers.outreach.campaign.Trait;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Widens a wave in mid-campaign, or adds one; counted while one writes. */
@Controller
class WaveController {

    private final CallCampaigns campaigns;
    private final CampaignCoverage coverage;
    private final CampaignPlaces places;
    private final CampaignForms forms;

    WaveController(CallCampaigns campaigns, CampaignCoverage coverage, CampaignPlaces places, CampaignForms forms) {
        this.campaigns = campaigns;
        this.coverage = coverage;
        this.places = places;
        this.forms = forms;
    }

    @GetMapping("/appels/{id:\\d+}/vagues/{waveId:\\d+}")
    @RolesAllowed(Roles.SUPERVISOR)
    String edit(@PathVariable long id, @PathVariable long waveId, Model model) {
        return page(model, forms.of(campaigns.read(id), require(id, waveId)), id, waveId, Map.of());
    }

    @GetMapping("/appels/{id:\\d+}/vagues/nouvelle")
    @RolesAllowed(Roles.SUPERVISOR)
    String add(@PathVariable long id, Model model) {
        var form = forms.of(campaigns.read(id), campaigns.waves(id));
        var added = forms.nextWave(form);
        form.getWaves().clear();
        form.getWaves().add(added);
        return page(model, form, id, 0, Map.of());
    }

    /** The number of households that the criteria would add. */
    @PostMapping("/appels/{id:\\d+}/vagues/compter")
    @RolesAllowed(Roles.SUPERVISOR)
    String count(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long waveId,
            @ModelAttribute("form") CampaignForm form,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        var reader = reader(form);
        addCount(model, form, reader, id);
        return fragment ? "campaign/builder :: counts" : page(model, form, id, waveId, reader.errors());
    }

    @PostMapping("/appels/{id:\\d+}/vagues/{waveId:\\d+}")
    @RolesAllowed(Roles.SUPERVISOR)
    String save(
            @PathVariable long id,
            @PathVariable long waveId,
            @ModelAttribute("form") CampaignForm form,
            Model model,
            HttpServletResponse response) {
        var reader = reader(form);
        var plan = reader.wave(0);
        if (reader.errors().isEmpty()) {
            try {
                Retry.onConflict(() -> {
                    if (waveId == 0) {
                        campaigns.addWave(id, plan);
                    } else {
                        campaigns.widen(id, waveId, plan, reasonOf(form));
                    }
                });
                return "redirect:/appels/" + id;
            } catch (UserError e) {
                if (!e.messageKey().equals("campaign.error.gaps")) {
                    throw e;
                }
                reader.errors().put("despiteGaps", "campaign.error.gaps-here");
            }
        }
        addCount(model, form, reader, id);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(model, form, id, waveId, reader.errors());
    }

    private String page(Model model, CampaignForm form, long id, long waveId, Map<String, String> errors) {
        model.addAttribute("campaign", campaigns.read(id));
        model.addAttribute("form", form);
        model.addAttribute("waveId", waveId);
        model.addAttribute("errors", errors);
        model.addAttribute("places", places.mine());
        model.addAttribute("traits", Trait.values());
        if (!model.containsAttribute("counts")) {
            model.addAttribute("counts", List.of());
            model.addAttribute("gaps", List.of());
        }
        return "campaign/wave";
    }

    private void addCount(Model model, CampaignForm form, CampaignFormReader reader, long id) {
        var campaign = campaigns.read(id);
        AudiencePreview preview =
                campaigns.preview(reader.audience(0), null, campaign.settings().purpose(), id, List.of());
        var agencies = new LinkedHashMap<Long, String>();
        preview.agencies().forEach(agency -> agencies.put(agency.agencyId(), agency.agency()));
        model.addAttribute(
                "counts",
                List.of(new CampaignBuilderController.WaveCount(
                        form.getWaves().get(0).getName(), preview)));
        model.addAttribute("countedAgencies", agencies);
        model.addAttribute("countErrors", Map.of());
        model.addAttribute(
                "gaps", coverage.gaps(preview.communes(), campaign.settings().services()));
    }

    /** The page is about one wave, also when nothing of it was sent. */
    private static CampaignFormReader reader(CampaignForm form) {
        if (form.getWaves().isEmpty()) {
            form.getWaves().add(new WaveForm());
        }
        return new CampaignFormReader(form);
    }

    private CampaignWave require(long id, long waveId) {
        return campaigns.waves(id).stream()
                .filter(wave -> wave.id() == waveId)
                .findFirst()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "campaign.error.unknown"));
    }

    private static @Nullable String reasonOf(CampaignForm form) {
        return form.getDespiteGaps().isBlank() ? null : form.getDespiteGaps().strip();
    }
}

package fr.allervers.outreach.campaign.web;

import fr.allervers.outreach.campaign.Audience;
import fr.allervers.outreach.campaign.AudiencePreview;
import fr.allervers.outreach.campaign.CallCampaigns;
import fr.allervers.outreach.campaign.CampaignCoverage;
import fr.allervers.outreach.campaign.CampaignPlaces;
import fr.allervers.outreach.campaign.CampaignState;
import fr.allervers.outreach.campaign.Purpose;
import fr.allervers.outreach.campaign.Trait;
import fr.allervers.outreach.campaign.WavePlan;
import fr.allervers.partners.Service;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The builder of campaigns: one page, counted while one writes. */
@Controller
class CampaignBuilderController {

    /** What a wave would list. */
    record WaveCount(String name, AudiencePreview preview) {}

    private final CallCampaigns campaigns;
    private final CampaignCoverage coverage;
    private final CampaignPlaces places;
    private final CampaignForms forms;
    private final Clock clock;

    CampaignBuilderController(
            CallCampaigns campaigns,
            CampaignCoverage coverage,
            CampaignPlaces places,
            CampaignForms forms,
            Clock clock) {
        this.campaigns = campaigns;
        this.coverage = coverage;
        this.places = places;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/appels/nouvelle")
    @RolesAllowed(Roles.SUPERVISOR)
    String create(Model model) {
        return builder(model, forms.blank(LocalDate.now(clock)), 0, Map.of());
    }

    @GetMapping("/appels/{id:\\d+}/modifier")
    @RolesAllowed(Roles.SUPERVISOR)
    String edit(@PathVariable long id, Model model) {
        return builder(model, forms.of(campaigns.read(id), campaigns.waves(id)), id, Map.of());
    }

    @PostMapping("/appels/compter")
    @RolesAllowed(Roles.SUPERVISOR)
    String count(
            @ModelAttribute("form") CampaignForm form,
            @RequestParam(defaultValue = "0") long campaignId,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        var reader = new CampaignFormReader(form);
        addCounts(model, form, reader, campaignId);
        return fragment ? "campaign/builder :: counts" : builder(model, form, campaignId, reader.errors());
    }

    @PostMapping("/appels/nouvelle")
    @RolesAllowed(Roles.SUPERVISOR)
    String save(
            @ModelAttribute("form") CampaignForm form,
            @RequestParam(defaultValue = "save") String act,
            Model model,
            HttpServletResponse response) {
        return save(form, 0, act, model, response);
    }

    @PostMapping("/appels/{id:\\d+}/modifier")
    @RolesAllowed(Roles.SUPERVISOR)
    String change(
            @PathVariable long id,
            @ModelAttribute("form") CampaignForm form,
            @RequestParam(defaultValue = "save") String act,
            Model model,
            HttpServletResponse response) {
        return save(form, id, act, model, response);
    }

    private String save(CampaignForm form, long id, String act, Model model, HttpServletResponse response) {
        if (act.equals("add-wave")) {
            form.getWaves().add(forms.nextWave(form));
            return builder(model, form, id, Map.of());
        }
        if (act.startsWith("remove-wave-")) {
            form.removeWave(act.substring("remove-wave-".length()));
            return builder(model, form, id, Map.of());
        }
        var reader = new CampaignFormReader(form);
        var settings = reader.settings();
        var plans = isRunning(id) ? List.<WavePlan>of() : reader.waves();
        if (reader.errors().isEmpty()) {
            try {
                return "redirect:/appels/"
                        + Retry.onConflict(() -> {
                            if (id == 0) {
                                return campaigns.draft(settings, plans);
                            }
                            campaigns.change(id, settings, plans);
                            return id;
                        });
            } catch (UserError e) {
                if (!e.messageKey().equals("campaign.error.name-taken")) {
                    throw e;
                }
                reader.errors().put("name", "campaign.error.name-used");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return builder(model, form, id, reader.errors());
    }

    /** Only the settings of a campaign that was proposed change here; its waves have pages of their own. */
    private boolean isRunning(long id) {
        return id != 0 && campaigns.read(id).state() != CampaignState.DRAFT;
    }

    private String builder(Model model, CampaignForm form, long id, Map<String, String> errors) {
        model.addAttribute("form", form);
        model.addAttribute("campaignId", id);
        model.addAttribute("running", isRunning(id));
        model.addAttribute("errors", errors);
        model.addAttribute("places", places.mine());
        model.addAttribute("purposes", Purpose.values());
        model.addAttribute("traits", Trait.values());
        model.addAttribute("services", Service.values());
        if (!model.containsAttribute("counts")) {
            model.addAttribute("counts", List.of());
            model.addAttribute("gaps", List.of());
        }
        return "campaign/builder";
    }

    private void addCounts(Model model, CampaignForm form, CampaignFormReader reader, long campaignId) {
        var counts = new ArrayList<WaveCount>();
        var earlier = new ArrayList<Audience>();
        var communes = new HashSet<String>();
        var agencies = new LinkedHashMap<Long, String>();
        for (var index = 0; index < form.getWaves().size(); index++) {
            var audience = reader.audience(index);
            var preview = campaigns.preview(audience, null, form.getPurpose(), campaignId, earlier);
            counts.add(new WaveCount(form.getWaves().get(index).getName(), preview));
            earlier.add(audience);
            communes.addAll(preview.communes());
            preview.agencies().forEach(agency -> agencies.put(agency.agencyId(), agency.agency()));
        }
        model.addAttribute("counts", counts);
        model.addAttribute("countedAgencies", agencies);
        model.addAttribute("countErrors", reader.errors());
        model.addAttribute("gaps", coverage.gaps(communes, new HashSet<>(form.getServices())));
    }
}

package fr.allervers.outreach.campaign;

import fr.allervers.shared.web.UserError;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The landlord's call campaigns. Whoever works for one of a campaign's agencies may read it; who works for all of them
 * may change it.
 */
@Component
@Transactional
public class CallCampaigns {

    private final Campaigns campaigns;
    private final Waves waves;
    private final CampaignWaves opening;
    private final CampaignAgencies agencies;
    private final Audiences audiences;
    private final CampaignCoverage coverage;
    private final CampaignDiary diary;
    private final Cases cases;
    private final Clock clock;

    CallCampaigns(
            Campaigns campaigns,
            Waves waves,
            CampaignWaves opening,
            CampaignAgencies agencies,
            Audiences audiences,
            CampaignCoverage coverage,
            CampaignDiary diary,
            Cases cases,
            Clock clock) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.opening = opening;
        this.agencies = agencies;
        this.audiences = audiences;
        this.coverage = coverage;
        this.diary = diary;
        this.cases = cases;
        this.clock = clock;
    }

    /** What the other parts of outreach need of a campaign; asked without rights, for work the application does. */
    @Transactional(readOnly = true)
    public CampaignSummary summary(Long campaignId) {
        return campaigns.findById(campaignId).orElseThrow().summary();
    }

    /** The campaigns in which calls are made, by name. */
    @Transactional(readOnly = true)
    public List<CampaignSummary> running() {
        return campaigns.findByStateOrderByName(CampaignState.RUNNING).stream()
                .map(Campaign::summary)
                .toList();
    }

    /** A wave, with its deadline. */
    @Transactional(readOnly = true)
    public Optional<CampaignWave> wave(long waveId) {
        return waves.findById(waveId);
    }

    /** The campaign, for a person who works for one of its agencies. */
    @Transactional(readOnly = true)
    public Campaign read(long id) {
        var campaign = find(id);
        agencies.requireReader(id);
        return campaign;
    }

    /** Its waves in their order. */
    @Transactional(readOnly = true)
    public List<CampaignWave> waves(long id) {
        return waves.findByCampaignIdOrderByNumber(id);
    }

    /** Whom the wave is for. */
    @Transactional(readOnly = true)
    public Audience audience(CampaignWave wave) {
        return audiences.read(wave.criteria());
    }

    /** Whether the person signed in may change the campaign. */
    @Transactional(readOnly = true)
    public boolean mayChange(long id) {
        try {
            agencies.requireOwner(id);
            return true;
        } catch (AccessDeniedException e) {
            return false;
        }
    }

    /**
     * Counts whom the wave would list among the agencies of the person signed in.
     *
     * @param earlier the waves before it, whose households are not counted again
     * @param campaignId the campaign, whose listed households are not counted; 0 before it exists
     */
    @Transactional(readOnly = true)
    public AudiencePreview preview(
            Audience audience, @Nullable LocalDate opensOn, Purpose purpose, long campaignId, List<Audience> earlier) {
        var allowed = campaignId == 0 ? mine() : new HashSet<>(agencies.of(campaignId));
        allowed.retainAll(mine());
        return audiences.preview(audience, listingDay(opensOn), allowed, purpose, campaignId, earlier);
    }

    /** Writes a new campaign as a draft for the agencies of the person signed in, and gives its id. */
    public long draft(CampaignSettings settings, List<WavePlan> plans) {
        var person = agencies.me();
        requireNewName(settings.name(), 0);
        var campaign = campaigns.saveAndFlush(new Campaign(settings, person.username(), clock.instant()));
        agencies.set(campaign.id(), scope(plans));
        replan(campaign, plans);
        diary.note(campaign.id(), Timeline.Kind.NOTE, "drafted", null, settings.name());
        return campaign.id();
    }

    /** Changes the settings and the waves that are not open; open waves keep their audience (see {@link #widen}). */
    public void change(long id, CampaignSettings settings, List<WavePlan> plans) {
        var campaign = own(id);
        requireOpen(campaign);
        requireNewName(settings.name(), id);
        campaign.apply(settings);
        if (campaign.state() == CampaignState.DRAFT) {
            agencies.set(id, scope(plans));
            replan(campaign, plans);
        }
        diary.note(id, Timeline.Kind.NOTE, "changed", null);
    }

    /** Changes settings only. */
    public void change(long id, CampaignSettings settings) {
        change(id, settings, List.of());
    }

    /** Sends the draft on its way: partners are checked, then the list is approved. */
    public void propose(long id) {
        var campaign = own(id);
        requireState(campaign, CampaignState.DRAFT);
        campaign.propose();
        diary.note(id, Timeline.Kind.DECISION, "proposed", null);
        cases.start(CampaignDiary.caseOf(id), Map.of());
    }

    /** Opens the next wave now, whatever its date. */
    public void openNextWave(long id) {
        var campaign = own(id);
        requireState(campaign, CampaignState.RUNNING);
        var next = opening.next(campaign)
                .orElseThrow(() -> new UserError(HttpStatus.CONFLICT, "campaign.error.no-wave-left"));
        opening.open(campaign, next);
        cases.correlate("wave-opened", CampaignDiary.caseOf(id));
    }

    /** Adds a wave to a campaign that is not closed. */
    public void addWave(long id, WavePlan plan) {
        var campaign = own(id);
        requireOpen(campaign);
        var number = waves(id).size() + 1;
        waves.save(new CampaignWave(id, number, plan, audiences.write(plan.audience())));
        diary.note(id, Timeline.Kind.DECISION, "wave-added", null, plan.name());
        if (campaign.state() == CampaignState.RUNNING) {
            cases.correlate("wave-opened", CampaignDiary.caseOf(id));
        }
    }

    /**
     * Gives a wave other criteria. In an open wave the households that they bring are listed at once; who was listed
     * stays so and is not listed again.
     *
     * @param despiteGaps why communes without a partner are called; needed when the new criteria bring such communes
     */
    public void widen(long id, long waveId, WavePlan plan, @Nullable String despiteGaps) {
        var campaign = own(id);
        requireOpen(campaign);
        var wave = waves(id).stream()
                .filter(one -> one.id() == waveId)
                .findFirst()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "campaign.error.unknown"));
        if (campaign.state() == CampaignState.RUNNING) {
            coverage.require(campaign, opening.gaps(campaign, plan.audience()), despiteGaps);
        }
        wave.change(plan, audiences.write(plan.audience()));
        waves.flush();
        diary.note(id, Timeline.Kind.DECISION, "criteria-changed", null, wave.name());
        if (wave.isOpen()) {
            opening.listAgain(campaign, wave);
        }
        cases.correlate("audience-widened", CampaignDiary.caseOf(id));
    }

    /** Closes the campaign: calls that wait are stopped, the report is to be written. */
    public void close(long id, @Nullable String reason) {
        var campaign = own(id);
        requireState(campaign, CampaignState.RUNNING);
        campaign.close(clock.instant());
        diary.note(id, Timeline.Kind.DECISION, "closed", reason);
        campaigns.flush();
        cases.correlate("campaign-closed", CampaignDiary.caseOf(id));
    }

    private void replan(Campaign campaign, List<WavePlan> plans) {
        if (plans.isEmpty()) {
            return;
        }
        waves.deleteAllInBatch(waves(campaign.id()));
        var number = 1;
        for (var plan : plans) {
            waves.save(new CampaignWave(campaign.id(), number++, plan, audiences.write(plan.audience())));
        }
    }

    /** The agencies that the waves name, or all of the author's. */
    private Set<Long> scope(List<WavePlan> plans) {
        var mine = mine();
        if (plans.isEmpty()
                || plans.stream().anyMatch(plan -> plan.audience().agencies().isEmpty())) {
            return mine;
        }
        var named = plans.stream()
                .flatMap(plan -> plan.audience().agencies().stream())
                .collect(Collectors.toSet());
        if (!mine.containsAll(named)) {
            throw new AccessDeniedException("Another agency's households");
        }
        return named;
    }

    private Set<Long> mine() {
        return new HashSet<>(agencies.allowed(agencies.me()));
    }

    private LocalDate listingDay(@Nullable LocalDate opensOn) {
        var today = LocalDate.now(clock);
        return opensOn == null || opensOn.isBefore(today) ? today : opensOn;
    }

    private void requireNewName(String name, long self) {
        if (campaigns.existsByNameAndIdNot(name.strip(), self)) {
            throw new UserError(HttpStatus.CONFLICT, "campaign.error.name-taken", name);
        }
    }

    private static void requireOpen(Campaign campaign) {
        if (campaign.isOver()) {
            throw new UserError(HttpStatus.CONFLICT, "campaign.error.closed");
        }
    }

    private static void requireState(Campaign campaign, CampaignState state) {
        if (campaign.state() != state) {
            throw new UserError(HttpStatus.CONFLICT, "campaign.error.state." + state);
        }
    }

    private Campaign own(long id) {
        agencies.requireOwner(id);
        return campaigns.lockById(id).orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "campaign.error.unknown"));
    }

    private Campaign find(long id) {
        return campaigns.findById(id).orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "campaign.error.unknown"));
    }
}

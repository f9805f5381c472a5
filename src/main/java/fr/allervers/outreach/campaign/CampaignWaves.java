package fr.allervers.outreach.campaign;

import fr.allervers.partners.CoverageGap;
import fr.allervers.partners.Partners;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens waves, widens them, checks their partners and counts their late calls. Its caller holds the campaign's lock. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CampaignWaves {

    /** Waves open and late calls are counted before people begin to work. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Waves waves;
    private final WaveListing listing;
    private final CampaignAgencies agencies;
    private final Audiences audiences;
    private final Partners partners;
    private final CampaignDiary diary;
    private final CampaignClosing closing;
    private final JdbcClient jdbc;
    private final Clock clock;

    CampaignWaves(
            Waves waves,
            WaveListing listing,
            CampaignAgencies agencies,
            Audiences audiences,
            Partners partners,
            CampaignDiary diary,
            CampaignClosing closing,
            JdbcClient jdbc,
            Clock clock) {
        this.waves = waves;
        this.listing = listing;
        this.agencies = agencies;
        this.audiences = audiences;
        this.partners = partners;
        this.diary = diary;
        this.closing = closing;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<CampaignWave> of(Campaign campaign) {
        return waves.findByCampaignIdOrderByNumber(campaign.id());
    }

    /** The first wave that is not open. */
    Optional<CampaignWave> next(Campaign campaign) {
        return of(campaign).stream().filter(wave -> !wave.isOpen()).findFirst();
    }

    /** The first wave that is not open and whose day has come. */
    Optional<CampaignWave> due(Campaign campaign) {
        var now = ZonedDateTime.now(clock);
        return of(campaign).stream()
                .filter(wave -> !wave.isOpen() && wave.opensOn() != null)
                .filter(wave -> !morningOf(wave.opensOn()).isAfter(now))
                .findFirst();
    }

    /** Lists the wave's households; their calls start by {@link CampaignLaunch}. */
    void open(Campaign campaign, CampaignWave wave) {
        var households = listing.list(campaign, wave, agencies.of(campaign.id()));
        wave.opened(clock.instant(), households);
        diary.note(campaign.id(), Timeline.Kind.NOTE, "wave-opened", null, wave.name(), households);
    }

    /** Lists who meets the wave's criteria by now and is not listed yet. */
    void listAgain(Campaign campaign, CampaignWave wave) {
        var before = wave.listed() == null ? 0 : wave.listed();
        var households = listing.list(campaign, wave, agencies.of(campaign.id()));
        wave.opened(clock.instant(), households);
        if (households > before) {
            diary.note(campaign.id(), Timeline.Kind.NOTE, "wave-widened", null, wave.name(), households - before);
        }
    }

    /** The services that no partner gives in the communes of the campaign's waves. */
    Set<CoverageGap> gaps(Campaign campaign) {
        var communes = new TreeSet<String>();
        for (var wave : of(campaign)) {
            communes.addAll(communes(campaign, audiences.read(wave.criteria())));
        }
        return partners.gaps(communes, campaign.settings().services());
    }

    /** The services that no partner gives in the communes of this audience. */
    Set<CoverageGap> gaps(Campaign campaign, Audience audience) {
        return partners.gaps(communes(campaign, audience), campaign.settings().services());
    }

    private Set<String> communes(Campaign campaign, Audience audience) {
        return new HashSet<>(audiences.communes(
                audience,
                LocalDate.now(clock),
                agencies.of(campaign.id()),
                campaign.settings().purpose(),
                campaign.id()));
    }

    /** When the next wave opens by its date; none when no wave waits for one. */
    Optional<ZonedDateTime> nextOpening(Campaign campaign) {
        return of(campaign).stream()
                .filter(wave -> !wave.isOpen() && wave.opensOn() != null)
                .map(wave -> morningOf(wave.opensOn()))
                .min(Comparator.naturalOrder());
    }

    /** When late calls are counted next: the morning after a deadline, once per wave. */
    Optional<ZonedDateTime> nextLateCount(Campaign campaign) {
        return of(campaign).stream()
                .filter(wave -> wave.isOpen() && wave.lateCountedOn() == null)
                .map(wave -> morningOf(wave.deadlineOn().plusDays(1)))
                .min(Comparator.naturalOrder());
    }

    /** Counts the calls still open in waves whose deadline has passed; each wave is counted once. */
    int countLate(Campaign campaign) {
        var now = ZonedDateTime.now(clock);
        return of(campaign).stream()
                .filter(wave -> wave.isOpen() && wave.lateCountedOn() == null)
                .filter(wave -> !morningOf(wave.deadlineOn().plusDays(1)).isAfter(now))
                .mapToInt(wave -> {
                    wave.lateCounted(now.toLocalDate());
                    var late = stillOpen(wave);
                    if (late > 0) {
                        diary.note(campaign.id(), Timeline.Kind.ESCALATION, "late", null, wave.name(), late);
                    }
                    return late;
                })
                .sum();
    }

    /** The late calls that were counted will not be made; says how many. */
    int giveUpLate(Campaign campaign) {
        var late = of(campaign).stream()
                .filter(wave -> wave.lateCountedOn() != null)
                .toList();
        late.forEach(wave -> wave.stopped(LocalDate.now(clock)));
        waves.flush();
        return closing.giveUp(late.stream().map(CampaignWave::id).toList());
    }

    /** Gives the waves whose late calls were counted a week more; they are counted once more at its end. */
    void extendLate(Campaign campaign) {
        var until = LocalDate.now(clock).plusWeeks(1);
        of(campaign).stream().filter(wave -> wave.lateCountedOn() != null).forEach(wave -> wave.extend(until));
    }

    private int stillOpen(CampaignWave wave) {
        return jdbc.sql("select count(*) from household_call where wave_id = ? and state <> 'CLOSED'")
                .param(wave.id())
                .query(Integer.class)
                .single();
    }

    private ZonedDateTime morningOf(@org.jspecify.annotations.Nullable LocalDate day) {
        return java.util.Objects.requireNonNull(day).atTime(MORNING).atZone(clock.getZone());
    }
}

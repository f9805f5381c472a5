package fr.allervers.outreach.campaign;

import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.Tasks;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Campaigns as cases of the inbox, and what their tasks' answers do. */
@Component
@Transactional
public class CampaignTasks implements CaseKind {

    private static final String LATE = "-late";

    private final Campaigns campaigns;
    private final CampaignCoverage coverage;
    private final CampaignAgencies agencies;
    private final CampaignWaves waves;
    private final CampaignDiary diary;
    private final Tasks tasks;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean secondPerson;

    CampaignTasks(
            Campaigns campaigns,
            CampaignCoverage coverage,
            CampaignAgencies agencies,
            CampaignWaves waves,
            CampaignDiary diary,
            Tasks tasks,
            MessageSource messages,
            JdbcClient jdbc,
            Clock clock,
            @Value("${allervers.campaigns.second-person-approves:false}") boolean secondPerson) {
        this.campaigns = campaigns;
        this.coverage = coverage;
        this.agencies = agencies;
        this.waves = waves;
        this.diary = diary;
        this.tasks = tasks;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
        this.secondPerson = secondPerson;
    }

    @Override
    public String key() {
        return CampaignDiary.KIND;
    }

    /** A campaign for one agency is that agency's; one for several is the landlord's. */
    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select c.id, c.name, c.purpose, min(a.agency_id) as agency, count(a.agency_id) as agencies
                          from campaign c left join campaign_agency a on a.campaign_id = c.id where c.id in (:ids) group by c.id, c.name, c.purpose
                        """)
                .param("ids", ids)
                .query((row, number) -> Map.entry(
                        row.getLong("id"),
                        new CaseCard(
                                row.getString("name"),
                                text("campaign.purpose." + row.getString("purpose")),
                                null,
                                row.getInt("agencies") == 1 ? row.getLong("agency") : null,
                                null,
                                null)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var campaign = campaigns.findById(id).orElseThrow();
        return List.of(
                new CaseFact(text("campaign.fact.page"), campaign.name(), "/appels/" + id),
                new CaseFact(text("campaign.fact.state"), text("campaign.state." + campaign.state()), null));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> prefill(long id, String step) {
        var prefill = new HashMap<String, Object>();
        if (act(step).equals("check-partners")) {
            var gaps = coverage.checkPartners(id).gaps();
            prefill.put("gapCount", gaps.size());
            prefill.put(
                    "gaps",
                    gaps.stream()
                            .map(gap -> gap.commune() + " : "
                                    + gap.services().stream()
                                            .map(service -> text("partners.service." + service))
                                            .collect(Collectors.joining(", ")))
                            .collect(Collectors.joining("\n")));
        }
        return prefill;
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        agencies.requireOwner(id);
        var campaign = campaigns.lockById(id).orElseThrow();
        return switch (act(step)) {
            case "check-partners" -> partnersChecked(campaign, words(answers, "overrideReason"));
            case "approve-list" ->
                listDecided(campaign, "APPROVE".equals(answers.get("approval")), words(answers, "reason"), by);
            case "chase-late-calls" -> chased(campaign, words(answers, "action"), words(answers, "note"));
            case "write-report" -> reported(campaign, words(answers, "lessons"));
            default -> Map.of();
        };
    }

    /**
     * Does the case's open task at this step for the person signed in.
     *
     * @throws UserError when the case has no such task (any more)
     */
    public void act(long id, String step, Map<String, Object> answers) {
        var by = agencies.requireOwner(id);
        var task = tasks.open(CampaignDiary.caseOf(id), step)
                .orElseThrow(() -> new UserError(HttpStatus.CONFLICT, "campaign.error.step-done"));
        tasks.claim(task, by);
        tasks.complete(task, complete(id, step, answers, by));
    }

    /** The step of the campaign that waits for somebody; none when there is none. */
    @Transactional(readOnly = true)
    public @Nullable String waitingStep(long id) {
        return List.of("check-partners", "approve-list", "chase-late-calls", "write-report").stream()
                .filter(step -> tasks.open(CampaignDiary.caseOf(id), step).isPresent())
                .findFirst()
                .orElse(null);
    }

    /** What is done at the step: the director, once it is late, does the same as the supervisor. */
    private static String act(String step) {
        return step.endsWith(LATE) ? step.substring(0, step.length() - LATE.length()) : step;
    }

    private Map<String, Object> partnersChecked(Campaign campaign, @Nullable String reason) {
        var gaps = coverage.checkPartners(campaign.id()).gaps();
        if (gaps.isEmpty()) {
            diary.note(campaign.id(), Timeline.Kind.DECISION, "partners-checked", null);
            return Map.of();
        }
        var communes = gaps.stream().map(PartnerCheck.Gap::commune).collect(Collectors.joining(", "));
        if (reason == null) {
            throw new UserError("campaign.error.gaps", communes);
        }
        campaign.overrulePartners(reason);
        diary.note(campaign.id(), Timeline.Kind.DECISION, "gaps-overruled", reason + " (" + communes + ")");
        return Map.of();
    }

    private Map<String, Object> listDecided(
            Campaign campaign, boolean approved, @Nullable String comment, StaffMember by) {
        if (approved) {
            if (secondPerson && by.username().equals(campaign.createdBy())) {
                throw new UserError(HttpStatus.FORBIDDEN, "campaign.error.second-person");
            }
            campaign.approve(by.username(), clock.instant());
        } else if (comment == null) {
            throw new UserError("campaign.error.reason-needed");
        }
        diary.note(campaign.id(), Timeline.Kind.DECISION, approved ? "approved" : "not-approved", comment);
        return Map.of("approved", approved);
    }

    private Map<String, Object> chased(Campaign campaign, @Nullable String action, @Nullable String note) {
        var what = Objects.requireNonNullElse(action, "REASSIGNED");
        var givenUp = what.equals("STOPPED") ? waves.giveUpLate(campaign) : 0;
        if (what.equals("EXTENDED")) {
            waves.extendLate(campaign);
        }
        diary.note(campaign.id(), Timeline.Kind.DECISION, "chased." + what, note, givenUp);
        return Map.of();
    }

    private Map<String, Object> reported(Campaign campaign, @Nullable String summary) {
        campaign.reported();
        diary.note(campaign.id(), Timeline.Kind.DECISION, "reported", summary);
        return Map.of();
    }

    private static @Nullable String words(Map<String, Object> answers, String key) {
        return answers.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    private String text(String key) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, key, LocaleContextHolder.getLocale()), key);
    }
}

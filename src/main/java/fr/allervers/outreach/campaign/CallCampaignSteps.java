package fr.allervers.outreach.campaign;

import fr.allervers.shared.WorkingTime;
import fr.allervers.workflow.ProcessSteps;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/**
 * What call-campaign.bpmn calls. Moments are {@link Date}s, as the engine wants them. Every step may run twice (a job
 * repeated after a failure): it looks at the campaign's state first.
 */
@ProcessSteps("callCampaign")
@Transactional
public class CallCampaignSteps {

    /** Waits of the process that only a message ends: looked at again after a year. */
    private static final Duration NOTHING_PLANNED = Duration.ofDays(365);

    private final Campaigns campaigns;
    private final CampaignWaves waves;
    private final CampaignClosing closing;
    private final CampaignDiary diary;
    private final WorkingTime workingTime;
    private final Clock clock;

    CallCampaignSteps(
            Campaigns campaigns,
            CampaignWaves waves,
            CampaignClosing closing,
            CampaignDiary diary,
            WorkingTime workingTime,
            Clock clock) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.closing = closing;
        this.diary = diary;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    public Date checkPartnersDue(long id) {
        return workingDays(2);
    }

    public Date approveListDue(long id) {
        return workingDays(1);
    }

    public Date chaseLateCallsDue(long id) {
        return workingDays(2);
    }

    public Date writeReportDue(long id) {
        return workingDays(10);
    }

    public Date checkPartnersLateDue(long id) {
        return workingDays(1);
    }

    public Date approveListLateDue(long id) {
        return workingDays(1);
    }

    public Date chaseLateCallsLateDue(long id) {
        return workingDays(1);
    }

    public Date writeReportLateDue(long id) {
        return workingDays(5);
    }

    public void notePartnersOverdue(long id) {
        noteOverdue(id, "partners-overdue");
    }

    public void noteApprovalOverdue(long id) {
        noteOverdue(id, "approval-overdue");
    }

    public void noteChaseOverdue(long id) {
        noteOverdue(id, "chase-overdue");
    }

    public void noteReportOverdue(long id) {
        noteOverdue(id, "report-overdue");
    }

    /** The supervisor did not approve: the author may change the campaign and propose it again. */
    public void returnToDraft(long id) {
        var campaign = lock(id);
        if (campaign.state() == CampaignState.PROPOSED) {
            campaign.returnToDraft();
        }
    }

    /** Opens the first wave, unless it waits for its date. */
    public void openFirstWave(long id) {
        var campaign = lock(id);
        if (campaign.state() != CampaignState.RUNNING
                || waves.of(campaign).stream().anyMatch(CampaignWave::isOpen)) {
            return;
        }
        waves.next(campaign)
                .filter(wave -> wave.opensOn() == null || waves.due(campaign).isPresent())
                .ifPresent(wave -> waves.open(campaign, wave));
    }

    /** Opens every wave whose day has come. */
    public void openNextWave(long id) {
        var campaign = lock(id);
        if (campaign.state() != CampaignState.RUNNING) {
            return;
        }
        for (var due = waves.due(campaign); due.isPresent(); due = waves.due(campaign)) {
            waves.open(campaign, due.get());
        }
    }

    public Date nextWaveAt(long id) {
        return future(waves.nextOpening(campaigns.findById(id).orElseThrow()));
    }

    public Date lateCheckAt(long id) {
        return future(waves.nextLateCount(campaigns.findById(id).orElseThrow()));
    }

    /** How many calls of waves past their deadline are open. */
    public int countLate(long id) {
        return waves.countLate(lock(id));
    }

    /** Lists the households that the new criteria of open waves bring. */
    public void listWidened(long id) {
        var campaign = lock(id);
        if (campaign.state() == CampaignState.RUNNING) {
            waves.of(campaign).stream().filter(CampaignWave::isOpen).forEach(wave -> waves.listAgain(campaign, wave));
        }
    }

    /** Closes what is not started yet; {@link CampaignClosing} stops the calls under way, chunk by chunk. */
    public void interruptOpenCalls(long id) {
        lock(id);
        closing.closeListed(id);
    }

    private Campaign lock(long id) {
        return campaigns.lockById(id).orElseThrow();
    }

    private void noteOverdue(long id, String key) {
        diary.note(id, Timeline.Kind.ESCALATION, key, null);
    }

    private Date workingDays(int days) {
        return Date.from(workingTime.plusWorkingDays(clock.instant(), days));
    }

    private Date future(Optional<ZonedDateTime> planned) {
        return Date.from(planned.map(ZonedDateTime::toInstant)
                .orElseGet(() -> clock.instant().plus(NOTHING_PLANNED)));
    }
}

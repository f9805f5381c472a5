package fr.allervers.messaging.mailing;

import fr.allervers.shared.WorkingTime;
import fr.allervers.workflow.ProcessSteps;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.Date;
import org.springframework.transaction.annotation.Transactional;

/**
 * What mass-message.bpmn calls. A step may run twice (a job repeated after a failure): it looks at the mailing's state
 * first.
 */
@ProcessSteps("massMessage")
@Transactional
public class MassMessageSteps {

    private static final int APPROVAL_HOURS = 4;
    private static final int DIRECTOR_HOURS = 8;

    private final MailingStore store;
    private final Recipients recipients;
    private final MailingReports reports;
    private final QuietHoursPolicy quietHours;
    private final MailingDiary diary;
    private final WorkingTime workingTime;
    private final Clock clock;

    MassMessageSteps(
            MailingStore store,
            Recipients recipients,
            MailingReports reports,
            QuietHoursPolicy quietHours,
            MailingDiary diary,
            WorkingTime workingTime,
            Clock clock) {
        this.store = store;
        this.recipients = recipients;
        this.reports = reports;
        this.quietHours = quietHours;
        this.diary = diary;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    public Date approveDue(long id) {
        return Date.from(workingTime.plusWorkingHours(clock.instant(), APPROVAL_HOURS));
    }

    public Date approveLateDue(long id) {
        return Date.from(workingTime.plusWorkingHours(clock.instant(), DIRECTOR_HOURS));
    }

    public void noteApprovalOverdue(long id) {
        diary.note(id, Timeline.Kind.ESCALATION, "approval-overdue", null);
    }

    /** The author may change it and send it again. */
    public void returnToDraft(long id) {
        store.move(id, MailingState.PROPOSED, MailingState.DRAFT);
    }

    /** The moment asked for, or now; where quiet hours hold it, their end. */
    public Date sendAt(long id) {
        var mailing = store.find(id).orElseThrow();
        var now = clock.instant();
        var wanted = mailing.sendAt() == null || mailing.sendAt().isBefore(now) ? now : mailing.sendAt();
        return Date.from(mailing.isHeldInQuietHours() ? quietHours.allowedFrom(wanted) : wanted);
    }

    /** Lists everybody; the feed hands them to the outbox, chunk by chunk. */
    public void startSending(long id) {
        var mailing = store.lock(id);
        if (mailing.state() != MailingState.SCHEDULED) {
            return;
        }
        recipients.list(mailing, recipients.condition(mailing));
        store.set(id, "listed_at = ?", clock.instant());
        store.move(id, MailingState.SCHEDULED, MailingState.SENDING);
    }

    /** Writes into the timeline how it went. */
    public void closeReport(long id) {
        var totals = reports.totals(id);
        diary.note(
                id,
                Timeline.Kind.MESSAGE,
                "done",
                null,
                totals.sent(),
                totals.failed(),
                totals.unknown(),
                totals.unreachable());
    }

    public void recordCancellation(long id) {
        diary.note(id, Timeline.Kind.NOTE, "process-cancelled", null);
    }
}

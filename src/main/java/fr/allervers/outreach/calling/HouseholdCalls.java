package fr.allervers.outreach.calling;

import fr.allervers.outreach.campaign.CallCampaigns;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Households;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls to households: the page, its draft, its end. */
@Component
@Transactional
public class HouseholdCalls {

    private static final String GUIDE_WITHOUT_CAMPAIGN = "guide-well-being";

    private final CallRows calls;
    private final CallCompletion completion;
    private final CallRecord record;
    private final CallAnswers answers;
    private final CallRules rules;
    private final Grading grading;
    private final Retries retries;
    private final CallTask task;
    private final CallCampaigns campaigns;
    private final Households households;
    private final CurrentStaff currentStaff;
    private final JdbcClient jdbc;
    private final Clock clock;

    HouseholdCalls(
            CallRows calls,
            CallCompletion completion,
            CallRecord record,
            CallAnswers answers,
            CallRules rules,
            Grading grading,
            Retries retries,
            CallTask task,
            CallCampaigns campaigns,
            Households households,
            CurrentStaff currentStaff,
            JdbcClient jdbc,
            Clock clock) {
        this.calls = calls;
        this.completion = completion;
        this.record = record;
        this.answers = answers;
        this.rules = rules;
        this.grading = grading;
        this.retries = retries;
        this.task = task;
        this.campaigns = campaigns;
        this.households = households;
        this.currentStaff = currentStaff;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The call page; for its holder, or for supervisors, advisors and directors of the agency. */
    @Transactional(readOnly = true)
    public CallView open(long callId) {
        var call = find(callId);
        var me = currentStaff.require();
        var mine = call.isHeldBy(me.id(), clock.instant());
        if (!mine && !mayRead(me, call)) {
            throw new AccessDeniedException("Another caller's household");
        }
        var campaign = call.campaignId() == null ? null : campaigns.summary(call.campaignId());
        return new CallView(
                callId,
                call.campaignId(),
                campaign == null ? "" : campaign.name(),
                households.require(call.householdId()),
                new HashSet<>(jdbc.sql("select occupant_id from household_call_occupant where call_id = ?")
                        .param(callId)
                        .query(Long.class)
                        .list()),
                call.isOpen(),
                call.grade(),
                call.attempts(),
                campaign == null ? Retries.WITHOUT_CAMPAIGN : campaign.maxAttempts(),
                call.heldUntil(),
                mine,
                guide(call),
                record.attempts(callId),
                record.alert(callId).orElse(null));
    }

    /** What the answers would be graded; nothing is kept. */
    @Transactional(readOnly = true)
    public GradePreview preview(long callId, CallSubmission submission) {
        var call = find(callId);
        requireHolder(call);
        var sent = answers.read(guide(call), submission.answers());
        var computed = grading.of(sent.answers());
        return new GradePreview(computed.grade(), computed.rule(), computed.reason(), answers.errors(sent));
    }

    /**
     * Notes the call and moves the case on, all or nothing; the same key again changes nothing.
     *
     * @throws CallNoLongerYours when somebody else holds the household, or nobody
     * @throws CallClosed when no call is to be made
     * @throws InvalidCall when an answer breaks a rule
     */
    public void complete(long callId, CallSubmission submission) {
        var me = currentStaff.require();
        var call = calls.lockById(callId).orElseThrow(HouseholdCalls::unknown);
        var noted = record.noted(submission.key());
        if (noted.isPresent()) {
            if (noted.get().callId() != callId || noted.get().callerId() != me.id()) {
                throw new InvalidCall(Map.of("", answers.words("calling.error.key")));
            }
            return;
        }
        call.requireCallableBy(me.id());
        var taskId = task.open(callId).orElseThrow(CallClosed::new);
        var household = households.require(call.householdId());
        refuse(rules.errors(submission, household));
        completion.complete(call, household, taskId, guide(call), submission, me);
    }

    /** Keeps answers that are not sent yet, and the household for half an hour more. */
    public void saveDraft(long callId, Map<String, List<String>> raw) {
        var call = calls.lockById(callId).orElseThrow(HouseholdCalls::unknown);
        var me = currentStaff.require();
        call.requireCallableBy(me.id());
        call.holdAtLeastUntil(clock.instant().plus(HandOut.NEXT_HELD));
        record.saveDraft(callId, me.id(), raw);
    }

    /** What this caller left on the page; empty for nothing. */
    @Transactional(readOnly = true)
    public Map<String, List<String>> draft(long callId) {
        return record.draft(callId, currentStaff.require().id());
    }

    /** Gives the household back to the queue. */
    public void release(long callId) {
        var call = calls.lockById(callId).orElseThrow(HouseholdCalls::unknown);
        call.requireCallableBy(currentStaff.require().id());
        call.free();
        calls.flush();
        task.giveBack(callId);
    }

    private void requireHolder(HouseholdCall call) {
        call.requireCallableBy(currentStaff.require().id());
    }

    private static boolean mayRead(StaffMember person, HouseholdCall call) {
        return person.worksFor(call.agencyId()) && person.isAny(Role.SUPERVISOR, Role.SOCIAL_ADVISOR, Role.DIRECTOR);
    }

    private static void refuse(Map<String, String> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidCall(errors);
        }
    }

    private String guide(HouseholdCall call) {
        return call.campaignId() == null
                ? GUIDE_WITHOUT_CAMPAIGN
                : campaigns.summary(call.campaignId()).guide();
    }

    private HouseholdCall find(long callId) {
        return calls.findById(callId).orElseThrow(HouseholdCalls::unknown);
    }

    private static UserError unknown() {
        return new UserError(HttpStatus.NOT_FOUND, "calling.error.unknown");
    }
}

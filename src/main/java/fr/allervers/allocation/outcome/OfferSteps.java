package fr.allervers.allocation.outcome;

import fr.allervers.allocation.candidacy.AllocationSetting;
import fr.allervers.allocation.candidacy.AllocationSettings;
import fr.allervers.allocation.candidacy.ApplicationFiles;
import fr.allervers.allocation.candidacy.HousingApplication;
import fr.allervers.shared.WorkingTime;
import fr.allervers.workflow.ProcessSteps;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the process allocation-offer asks and does; public because expressions reach public classes only. */
@ProcessSteps("allocationOffer")
@Transactional(propagation = Propagation.MANDATORY)
public class OfferSteps {

    static final String KIND = "allocation-offer";

    private final OutcomeRows rows;
    private final Notices notices;
    private final OutcomeEnds ends;
    private final ApplicationFiles applications;
    private final OutcomeDiary diary;
    private final AllocationSettings settings;
    private final WorkingTime workingTime;
    private final Clock clock;

    OfferSteps(
            OutcomeRows rows,
            Notices notices,
            OutcomeEnds ends,
            ApplicationFiles applications,
            OutcomeDiary diary,
            AllocationSettings settings,
            WorkingTime workingTime,
            Clock clock) {
        this.rows = rows;
        this.notices = notices;
        this.ends = ends;
        this.applications = applications;
        this.diary = diary;
        this.settings = settings;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** Tells every candidate the decision; an inadmissible one is warned, which begins their month. */
    public void notifyAll(long id) {
        var outcome = rows.lock(id);
        for (var to : rows.candidates(id)) {
            var day = notices.noticeDay(applications.require(to.applicationId()));
            if (to.notifiedOn() == null) {
                rows.update(to.id(), Set.of(OutcomeState.values()), "notified_on = ?", day);
                if (to.state() == OutcomeState.WARNED) {
                    ends.warn(to.id(), day);
                }
                notices.decision(outcome, rows.candidate(to.id()));
            }
        }
        diary.note(outcome, "outcome.log.notified");
    }

    /** Whose turn it is and what is to be done: OFFER, PAPER (wait for it), CHECK (it came) or NOBODY. */
    public String next(long id) {
        rows.lock(id);
        return turn(id).map(this::what).orElse("NOBODY");
    }

    private String what(CandidateOutcome to) {
        if (!to.conditional() || to.paperIs("ACCEPTED")) {
            return "OFFER";
        }
        return to.paperIs("RECEIVED") ? "CHECK" : "PAPER";
    }

    /** The first who still waits; those who no longer can are passed over, each with its reason. */
    private Optional<CandidateOutcome> turn(long id) {
        for (var one : rows.candidates(id)) {
            if (one.state() != OutcomeState.WAITING) {
                continue;
            }
            if (applications.require(one.applicationId()).state() != HousingApplication.State.ACTIVE) {
                ends.notNeeded(one);
            } else if (one.conditional()
                    && one.paperIs("MISSING")
                    && LocalDate.now(clock).isAfter(Objects.requireNonNull(one.conditionDeadline()))) {
                ends.paperMissed(one);
            } else {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** Proposes the dwelling to whose turn it is; the last day to answer is told with it. */
    public void offer(long id) {
        var outcome = rows.lock(id);
        var to = turn(id).orElseThrow();
        var notified = notices.noticeDay(applications.require(to.applicationId()));
        var answerBy = AnswerDelayPolicy.answerBy(
                notified, settings.now(AllocationSetting.ANSWER_DAYS), workingTime::nextWorkingDay);
        rows.update(
                to.id(),
                Set.of(OutcomeState.WAITING),
                "state = 'OFFERED', offered_on = ?, notified_on = ?, answer_by = ?",
                LocalDate.now(clock),
                notified,
                answerBy);
        rows.current(id, to.id());
        notices.offer(outcome, rows.candidate(to.id()));
        diary.note(outcome, "outcome.log.offered", diary.name(to), diary.day(answerBy));
    }

    /** The first moment at which no answer is in time any more. */
    public Date answerUntil(long id) {
        return endOf(Objects.requireNonNull(current(id).answerBy()));
    }

    public Date paperUntil(long id) {
        return endOf(Objects.requireNonNull(turn(id).orElseThrow().conditionDeadline()));
    }

    /** What the answer is: ACCEPTED, REFUSED, or SILENT when the last day is over. */
    public String judge(long id) {
        var current = rows.lockCandidate(current(id).id());
        if (current.state() == OutcomeState.OFFERED
                && LocalDate.now(clock).isAfter(Objects.requireNonNull(current.answerBy()))) {
            ends.silent(current);
            return OutcomeState.SILENT.name();
        }
        return current.state().name();
    }

    public void let(long id) {
        ends.let(rows.lock(id));
    }

    public void exhaust(long id) {
        ends.exhausted(rows.lock(id));
    }

    public Date leaseDue(long id) {
        return after(AllocationSetting.TASK_LEASE);
    }

    public Date paperDue(long id) {
        return after(AllocationSetting.TASK_PAPER);
    }

    public Date againDue(long id) {
        return after(AllocationSetting.TASK_NEXT);
    }

    public Date lateDue(long id) {
        diary.note(rows.require(id), "outcome.log.late");
        return after(AllocationSetting.TASK_SUPERVISOR);
    }

    private CandidateOutcome current(long id) {
        return rows.candidate(Objects.requireNonNull(rows.require(id).currentId()));
    }

    private Date endOf(LocalDate day) {
        return Date.from(day.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    private Date after(AllocationSetting days) {
        return Date.from(workingTime.plusWorkingDays(clock.instant(), settings.now(days)));
    }
}

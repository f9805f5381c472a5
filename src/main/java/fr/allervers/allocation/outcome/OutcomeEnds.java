package fr.allervers.allocation.outcome;

import fr.allervers.allocation.candidacy.AllocationSetting;
import fr.allervers.allocation.candidacy.AllocationSettings;
import fr.allervers.allocation.candidacy.ApplicationFiles;
import fr.allervers.shared.WorkingTime;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the turns of candidates, and the whole, come to an end: each with what it changes elsewhere. */
@Component
class OutcomeEnds {

    private final OutcomeRows rows;
    private final ApplicationFiles applications;
    private final Notices notices;
    private final OutcomeDiary diary;
    private final Cases cases;
    private final AllocationSettings settings;
    private final WorkingTime workingTime;
    private final JdbcClient jdbc;
    private final Clock clock;

    OutcomeEnds(
            OutcomeRows rows,
            ApplicationFiles applications,
            Notices notices,
            OutcomeDiary diary,
            Cases cases,
            AllocationSettings settings,
            WorkingTime workingTime,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.applications = applications;
        this.notices = notices;
        this.diary = diary;
        this.cases = cases;
        this.settings = settings;
        this.workingTime = workingTime;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void notNeeded(CandidateOutcome of) {
        rows.update(of.id(), Set.of(OutcomeState.WAITING), "state = 'NOT_NEEDED'");
    }

    void paperMissed(CandidateOutcome of) {
        if (rows.update(of.id(), Set.of(OutcomeState.WAITING), "state = 'PAPER_MISSED'")) {
            diary.note(of, "outcome.log.paper-missed", diary.name(of));
        }
    }

    /** No answer in time is a refusal. */
    void silent(CandidateOutcome of) {
        if (rows.update(of.id(), Set.of(OutcomeState.OFFERED), "state = 'SILENT'")) {
            applications.refusedFit(of.applicationId(), of.candidateId());
            diary.note(of, "outcome.log.silent", diary.name(of));
        }
    }

    /** Begins the month after which an inadmissible application may leave the national register. */
    void warn(long candidateOutcomeId, LocalDate noticeDay) {
        var until = workingTime.nextWorkingDay(noticeDay.plusMonths(settings.now(AllocationSetting.REMOVAL_MONTHS)));
        rows.update(candidateOutcomeId, Set.of(OutcomeState.WARNED), "removal_on = ?", until);
        cases.start(new CaseRef(InadmissibleSteps.KIND, candidateOutcomeId), Map.of());
    }

    /** The lease is signed: the household is housed, those who waited are told, the dwelling is let. */
    void let(Outcome outcome) {
        var leased = rows.candidate(Objects.requireNonNull(outcome.currentId()));
        applications.housed(leased.applicationId());
        for (var other : rows.candidates(outcome.id())) {
            if (other.state() == OutcomeState.WAITING) {
                notNeeded(other);
                notices.taken(outcome, rows.candidate(other.id()));
            }
        }
        rows.end(outcome.id(), Outcome.State.LET, clock.instant());
        dwelling(outcome, "LET");
        diary.note(outcome, "outcome.log.let", diary.name(leased));
    }

    void exhausted(Outcome outcome) {
        if (rows.end(outcome.id(), Outcome.State.EXHAUSTED, clock.instant())) {
            dwelling(outcome, "EXHAUSTED");
            diary.note(outcome, "outcome.log.exhausted");
        }
    }

    /** The dwelling can no longer be let: whoever was still to get it is told that it is gone. */
    void stopped(Outcome outcome, String why) {
        if (rows.end(outcome.id(), Outcome.State.STOPPED, clock.instant())) {
            for (var one : rows.candidates(outcome.id())) {
                if (rows.update(
                        one.id(),
                        Set.of(OutcomeState.WAITING, OutcomeState.OFFERED, OutcomeState.ACCEPTED),
                        "state = 'NOT_NEEDED'")) {
                    notices.taken(outcome, rows.candidate(one.id()));
                }
            }
            dwelling(outcome, "WITHDRAWN");
            diary.note(outcome, "outcome.log.stopped", why);
        }
    }

    private void dwelling(Outcome outcome, String state) {
        jdbc.sql("update offered_dwelling set state = ?, ended_at = ?, version = version + 1 where id = ? and"
                        + " state = 'DECIDED'")
                .params(state, clock.instant(), outcome.offeredDwellingId())
                .update();
    }
}

package fr.allervers.allocation.outcome;

import fr.allervers.allocation.Candidacies;
import fr.allervers.allocation.OfferedDwelling;
import fr.allervers.allocation.candidacy.ApplicationFiles;
import fr.allervers.allocation.candidacy.HousingApplication;
import fr.allervers.inbox.CasePages;
import fr.allervers.inbox.InboxItem;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows a decision, for the officers of its agency: who is where, and what they may do besides their tasks. */
@Component
@Transactional
public class OutcomeDesk {

    private final OutcomeRows rows;
    private final OutcomeEnds ends;
    private final InadmissibleKind inadmissible;
    private final Notices notices;
    private final OutcomeDiary diary;
    private final Candidacies candidacies;
    private final ApplicationFiles applications;
    private final ReasonWords reasons;
    private final CasePages pages;
    private final Timeline timeline;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;

    OutcomeDesk(
            OutcomeRows rows,
            OutcomeEnds ends,
            InadmissibleKind inadmissible,
            Notices notices,
            OutcomeDiary diary,
            Candidacies candidacies,
            ApplicationFiles applications,
            ReasonWords reasons,
            CasePages pages,
            Timeline timeline,
            Cases cases,
            JdbcClient jdbc,
            CurrentStaff currentStaff) {
        this.rows = rows;
        this.ends = ends;
        this.inadmissible = inadmissible;
        this.notices = notices;
        this.diary = diary;
        this.candidacies = candidacies;
        this.applications = applications;
        this.reasons = reasons;
        this.pages = pages;
        this.timeline = timeline;
        this.cases = cases;
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
    }

    /** An answer that was not taken. */
    public record RefusedAnswer(
            long candidateOutcomeId,
            Instant at,
            String reason,
            @Nullable String wanted) {}

    /** A candidate on the page. */
    public record Line(
            CandidateOutcome of, HousingApplication application, String reasons, List<RefusedAnswer> refused) {}

    /** The page: the dwelling, its candidates by rank, what happened. */
    public record Sheet(
            Outcome of,
            OfferedDwelling dwelling,
            List<Line> lines,
            List<InboxItem> tasks,
            List<Timeline.Entry> entries,
            boolean mayAct) {}

    /** In a fixed number of queries. */
    @Transactional(readOnly = true)
    public Sheet sheet(long id) {
        var outcome = rows.require(id);
        var reader = currentStaff.requireAgency(outcome.agencyId());
        if (!reader.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR, Role.DIRECTOR)) {
            throw new AccessDeniedException("Decisions are for allocation officers");
        }
        var candidates = rows.candidates(id);
        var files = applications.byIds(
                candidates.stream().map(CandidateOutcome::applicationId).toList());
        var refused = refused(id);
        var language = LocaleContextHolder.getLocale();
        return new Sheet(
                outcome,
                candidacies.dwelling(outcome.offeredDwellingId()),
                candidates.stream()
                        .map(one ->
                                line(one, Objects.requireNonNull(files.get(one.applicationId())), refused, language))
                        .toList(),
                pages.openTasks(new CaseRef(OfferSteps.KIND, id)),
                timeline.ofCase(new CaseRef(OfferSteps.KIND, id), false),
                reader.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR));
    }

    private Line line(CandidateOutcome of, HousingApplication file, List<RefusedAnswer> refused, Locale language) {
        return new Line(
                of,
                file,
                reasons.in(of, language),
                refused.stream()
                        .filter(one -> one.candidateOutcomeId() == of.id())
                        .toList());
    }

    private List<RefusedAnswer> refused(long id) {
        return jdbc.sql("select r.candidate_outcome_id, r.at, r.reason, r.wanted from refused_answer r join"
                        + " candidate_outcome c on c.id = r.candidate_outcome_id where c.outcome_id = ? order by"
                        + " r.id desc limit 50")
                .param(id)
                .query(RefusedAnswer.class)
                .list();
    }

    /** Sends the last message again with a new link: the one before was closed by wrong birth dates, or lost. */
    public void sendLink(long id, long candidateOutcomeId) {
        officer(id);
        var outcome = rows.lock(id);
        var to = of(id, candidateOutcomeId);
        notices.again(outcome, to);
        diary.note(outcome, "outcome.log.link-sent", diary.name(to));
    }

    /** The dwelling can no longer be let: supervisors only. */
    public void stop(long id, String why) {
        if (!officer(id).is(Role.SUPERVISOR)) {
            throw new AccessDeniedException("Supervisors stop offers");
        }
        if (why.isBlank()) {
            throw new UserError("outcome.error.why");
        }
        ends.stopped(rows.lock(id), why.strip());
        cases.correlate("offers-stopped", new CaseRef(OfferSteps.KIND, id));
    }

    /** What made an application inadmissible is gone. */
    public void lift(long id, long candidateOutcomeId) {
        officer(id);
        inadmissible.lifted(rows.lockCandidate(of(id, candidateOutcomeId).id()));
    }

    /** The letter to this candidate as it left, the latest first. */
    @Transactional(readOnly = true)
    public Letter letter(long id, long candidateOutcomeId) {
        officer(id);
        of(id, candidateOutcomeId);
        return jdbc.sql("""
            select recipient, coalesce(subject, '') as subject, body, created_at from outbox_message
             where case_kind = ? and case_id = ? and channel = 'LETTER' and dedupe_key like ? order by id desc limit 1
            """)
                .params(OfferSteps.KIND, id, OfferSteps.KIND + "/" + id + "/" + candidateOutcomeId + "/%")
                .query(Letter.class)
                .optional()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "outcome.error.no-letter"));
    }

    /** A letter as it left. */
    public record Letter(String recipient, String subject, String body, Instant createdAt) {}

    private CandidateOutcome of(long id, long candidateOutcomeId) {
        var of = rows.candidate(candidateOutcomeId);
        if (of.outcomeId() != id) {
            throw new UserError(HttpStatus.NOT_FOUND, "outcome.error.unknown");
        }
        return of;
    }

    private StaffMember officer(long id) {
        var person = currentStaff.requireAgency(rows.require(id).agencyId());
        if (!person.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR)) {
            throw new AccessDeniedException("Allocation officers follow decisions");
        }
        return person;
    }
}

package fr.allervers.allocation.outcome;

import fr.allervers.allocation.candidacy.ApplicationFiles;
import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.shared.Dates;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Inadmissible applications in the inbox: warned, then taken out of the national register, or kept. */
@Component
@Transactional
class InadmissibleKind implements CaseKind {

    private final OutcomeRows rows;
    private final ApplicationFiles applications;
    private final ReasonWords reasons;
    private final OutcomeDiary words;
    private final Cases cases;
    private final Dates dates;

    InadmissibleKind(
            OutcomeRows rows,
            ApplicationFiles applications,
            ReasonWords reasons,
            OutcomeDiary words,
            Cases cases,
            Dates dates) {
        this.rows = rows;
        this.applications = applications;
        this.reasons = reasons;
        this.words = words;
        this.cases = cases;
        this.dates = dates;
    }

    @Override
    public String key() {
        return InadmissibleSteps.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        var all = rows.candidatesByIds(ids);
        var files = applications.byIds(
                all.stream().map(CandidateOutcome::applicationId).toList());
        return all.stream().collect(Collectors.toMap(CandidateOutcome::id, one -> {
            var file = Objects.requireNonNull(files.get(one.applicationId()));
            return new CaseCard(
                    file.name(), reasons.in(one, Locale.FRENCH), file.householdId(), file.agencyId(), null, null);
        }));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(long id, StaffMember reader) {
        return reader.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR, Role.DIRECTOR)
                && reader.worksFor(
                        applications.require(rows.candidate(id).applicationId()).agencyId());
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var of = rows.candidate(id);
        var file = applications.require(of.applicationId());
        return List.of(
                new CaseFact(
                        words.words("outcome.fact.application"),
                        file.uniqueNumber(),
                        "/attributions/demandes/" + file.id()),
                new CaseFact(
                        words.words("outcome.fact.reasons"), reasons.in(of, LocaleContextHolder.getLocale()), null),
                new CaseFact(words.words("outcome.fact.removal"), dates.day(of.removalOn()), null));
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        var of = rows.lockCandidate(id);
        var result = String.valueOf(answers.get("outcome"));
        rows.update(id, Set.of(OutcomeState.WARNED), "state = ?", result);
        if (result.equals("REMOVED")) {
            applications.removed(of.applicationId(), reasons.french(of));
        }
        words.write(InadmissibleSteps.KIND, id, "outcome.log.removal." + result);
        return Map.of("outcome", result);
    }

    /** What made it inadmissible is gone before the month is over. */
    void lifted(CandidateOutcome of) {
        if (rows.update(of.id(), Set.of(OutcomeState.WARNED), "state = 'KEPT'")) {
            words.write(InadmissibleSteps.KIND, of.id(), "outcome.log.removal.KEPT");
            cases.correlate("inadmissibility-lifted", new CaseRef(InadmissibleSteps.KIND, of.id()));
        }
    }
}

package fr.allervers.allocation.outcome;

import fr.allervers.allocation.candidacy.ApplicationFiles;
import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.shared.Dates;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows a decision, in the inbox and on its case page. */
@Component
@Transactional
class OfferKind implements CaseKind {

    private final OutcomeRows rows;
    private final OfferTasks tasks;
    private final ApplicationFiles applications;
    private final OutcomeDiary words;
    private final JdbcClient jdbc;
    private final Dates dates;
    private final Clock clock;

    OfferKind(
            OutcomeRows rows,
            OfferTasks tasks,
            ApplicationFiles applications,
            OutcomeDiary words,
            JdbcClient jdbc,
            Dates dates,
            Clock clock) {
        this.rows = rows;
        this.tasks = tasks;
        this.applications = applications;
        this.words = words;
        this.jdbc = jdbc;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public String key() {
        return OfferSteps.KIND;
    }

    private record Row(
            long id,
            long agencyId,
            String typology,
            String address,
            String commune,
            @Nullable String current) {}

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("""
            select o.id, o.agency_id, d.typology, b.address, b.commune, concat_ws(' ', a.civility, a.first_name, a.last_name) as current
              from allocation_outcome o join offered_dwelling w on w.id = o.offered_dwelling_id join dwelling d on d.id = w.dwelling_id join building b on b.id = d.building_id
              left join candidate_outcome c on c.id = o.current_id left join housing_application a on a.id = c.application_id
             where o.id in (:ids)
            """).param("ids", ids).query(Row.class).list().stream()
                .collect(Collectors.toMap(Row::id, OfferKind::card));
    }

    private static CaseCard card(Row row) {
        var place = row.typology() + ", " + row.address() + ", " + row.commune();
        return new CaseCard(place, row.current() == null ? "" : row.current(), null, row.agencyId(), null, null);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(long id, StaffMember reader) {
        return reader.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR, Role.DIRECTOR)
                && reader.worksFor(rows.require(id).agencyId());
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var candidates = rows.candidates(id);
        var files = applications.byIds(
                candidates.stream().map(CandidateOutcome::applicationId).toList());
        var facts = new ArrayList<CaseFact>();
        facts.add(
                new CaseFact(words.words("outcome.title"), words.words("outcome.open"), "/attributions/suites/" + id));
        for (var one : candidates) {
            var file = files.get(one.applicationId());
            var day = one.state() == OutcomeState.OFFERED ? one.answerBy() : null;
            facts.add(new CaseFact(
                    file == null ? "" : file.name(),
                    words.words("outcome.state." + one.state()) + (day == null ? "" : " · " + dates.day(day)),
                    null));
        }
        return facts;
    }

    @Override
    public Map<String, Object> prefill(long id, String step) {
        return step.startsWith("sign-lease") ? Map.of("signedOn", LocalDate.now(clock)) : Map.of();
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        return Map.of(
                "outcome",
                switch (step.replaceFirst("-late$", "")) {
                    case "sign-lease" -> tasks.lease(id, answers);
                    case "check-paper" -> tasks.paper(id, answers, by);
                    case "offer-again" -> tasks.again(id, answers);
                    default -> throw new IllegalStateException("No step " + step);
                });
    }
}

package fr.allervers.allocation.outcome;

import fr.allervers.allocation.CandidateDecision;
import fr.allervers.allocation.DecisionKind;
import fr.allervers.allocation.ItemDecided;
import fr.allervers.allocation.candidacy.PaperKind;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the committee decided and starts what follows, in the transaction of the signature; the same item again changes nothing. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DecisionsKept {

    private final OutcomeRows rows;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final Clock clock;

    DecisionsKept(OutcomeRows rows, Cases cases, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Paper(PaperKind kind, String state) {}

    @EventListener
    public void decided(ItemDecided event) {
        var agencyId = jdbc.sql("select agency_id from offered_dwelling where id = ? for update")
                .param(event.offeredDwellingId())
                .query(Long.class)
                .single();
        var id = rows.insert(event.itemId(), event.offeredDwellingId(), agencyId, clock.instant());
        if (id.isEmpty()) {
            return;
        }
        var applications = applications(event.offeredDwellingId());
        var position = 0;
        for (var decision : event.decisions()) {
            var applicationId = Objects.requireNonNull(
                    applications.get(decision.candidateId()), "A decision on somebody who is no candidate");
            keep(id.get(), decision, applicationId, decision.kind().allocates() ? ++position : null);
        }
        jdbc.sql("update allocation_candidate set state = 'DECIDED' where offered_dwelling_id = ? and state ="
                        + " 'PROPOSED'")
                .param(event.offeredDwellingId())
                .update();
        jdbc.sql("update offered_dwelling set state = 'DECIDED', version = version + 1 where id = ? and state"
                        + " in ('OPEN', 'READY')")
                .param(event.offeredDwellingId())
                .update();
        cases.start(new CaseRef(OfferSteps.KIND, id.get()), Map.of());
    }

    private Map<Long, Long> applications(long offeredDwellingId) {
        return jdbc
                .sql("select id, application_id from allocation_candidate where offered_dwelling_id = ?")
                .param(offeredDwellingId)
                .query((row, number) -> Map.entry(row.getLong(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void keep(long outcomeId, CandidateDecision decision, long applicationId, @Nullable Integer position) {
        var paper = paper(decision, applicationId);
        jdbc.sql("""
            insert into candidate_outcome (outcome_id, candidate_id, application_id, kind, position_no, condition_words, condition_deadline, paper_kind, paper, paper_on, reason_codes, words, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(Arrays.asList(
                        outcomeId,
                        decision.candidateId(),
                        applicationId,
                        decision.kind().name(),
                        position,
                        decision.condition(),
                        decision.conditionDeadline(),
                        paper == null ? null : paper.kind().name(),
                        paper == null ? null : paper.state(),
                        paper == null || paper.state().equals("MISSING") ? null : LocalDate.now(clock),
                        String.join(",", decision.reasonCodes()),
                        decision.words(),
                        state(decision.kind()).name()))
                .update();
    }

    private static OutcomeState state(DecisionKind kind) {
        return switch (kind) {
            case ALLOCATION, RANKED_ALLOCATION, CONDITIONAL_ALLOCATION -> OutcomeState.WAITING;
            case NON_ALLOCATION -> OutcomeState.NOT_ALLOCATED;
            case INADMISSIBLE -> OutcomeState.WARNED;
        };
    }

    /** The document that the condition names; it may have come between the vote and the signature. */
    private @Nullable Paper paper(CandidateDecision decision, long applicationId) {
        if (decision.kind() != DecisionKind.CONDITIONAL_ALLOCATION) {
            return null;
        }
        var kind = Arrays.stream(PaperKind.values())
                .filter(one -> one.french().equals(decision.condition()))
                .findFirst()
                .orElse(PaperKind.OTHER);
        List<String> state = jdbc.sql("select state from application_paper where application_id = ? and kind = ?")
                .params(applicationId, kind.name())
                .query(String.class)
                .list();
        return new Paper(kind, kind == PaperKind.OTHER || state.isEmpty() ? "MISSING" : state.get(0));
    }
}

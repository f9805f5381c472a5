package fr.allervers.allocation.outcome;

import fr.allervers.shared.web.UserError;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what follows decisions. */
@Component
class OutcomeRows {

    private static final String OUTCOMES =
            "select id, item_id, offered_dwelling_id, agency_id, state, decided_at, ended_at, current_id from"
                    + " allocation_outcome";

    private static final String CANDIDATES = """
        select id, outcome_id, candidate_id, application_id, kind, position_no as position, condition_words, condition_deadline, paper_kind, paper, paper_on,
               reason_codes, words, state, notified_on, offered_on, answer_by, answered_at, answered_how, refusal, refusal_words, lease_on, lease_code, removal_on, links
          from candidate_outcome
        """;

    private final JdbcClient jdbc;

    OutcomeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Outcome require(long id) {
        return one(OUTCOMES + " where id = ?", id);
    }

    /** The outcome, which nobody else changes until the transaction ends. */
    Outcome lock(long id) {
        return one(OUTCOMES + " where id = ? for update", id);
    }

    private Outcome one(String sql, long id) {
        return jdbc.sql(sql).param(id).query(Outcome.class).optional().orElseThrow(OutcomeRows::unknown);
    }

    List<Outcome> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(OUTCOMES + " where id in (:ids)")
                        .param("ids", ids)
                        .query(Outcome.class)
                        .list();
    }

    CandidateOutcome candidate(long id) {
        return candidate(id, "");
    }

    CandidateOutcome lockCandidate(long id) {
        return candidate(id, " for update");
    }

    private CandidateOutcome candidate(long id, String how) {
        return jdbc.sql(CANDIDATES + " where id = ?" + how)
                .param(id)
                .query(CandidateOutcome.class)
                .optional()
                .orElseThrow(OutcomeRows::unknown);
    }

    private static UserError unknown() {
        return new UserError(HttpStatus.NOT_FOUND, "outcome.error.unknown");
    }

    /** All candidates of the dwelling, those to whom it is proposed first, in their order. */
    List<CandidateOutcome> candidates(long outcomeId) {
        return jdbc.sql(CANDIDATES + " where outcome_id = ? order by position_no is null, position_no, id")
                .param(outcomeId)
                .query(CandidateOutcome.class)
                .list();
    }

    List<CandidateOutcome> candidatesByIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(CANDIDATES + " where id in (:ids)")
                        .param("ids", ids)
                        .query(CandidateOutcome.class)
                        .list();
    }

    /** Who still waits for this document of the application. */
    List<CandidateOutcome> waitingFor(long applicationId) {
        return jdbc.sql(CANDIDATES + " where application_id = ? and state = 'WAITING' and paper = 'MISSING'")
                .param(applicationId)
                .query(CandidateOutcome.class)
                .list();
    }

    /** Inserts the outcome of an item; none when there is one of it, or of its dwelling, already. */
    Optional<Long> insert(long itemId, long dwellingId, long agencyId, Instant decidedAt) {
        return jdbc.sql("insert ignore into allocation_outcome (item_id, offered_dwelling_id, agency_id, state,"
                        + " decided_at) values (?, ?, ?, 'RUNNING', ?) returning id")
                .params(itemId, dwellingId, agencyId, decidedAt)
                .query(Long.class)
                .optional();
    }

    /** Changes columns of a candidate, where it still has one of these states, and says whether it had. */
    boolean update(long id, Set<OutcomeState> when, String set, @Nullable Object... values) {
        var all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = id;
        return jdbc.sql("update candidate_outcome set " + set + " where id = ? and state in ("
                                + when.stream()
                                        .sorted()
                                        .map(state -> "'" + state + "'")
                                        .collect(Collectors.joining(", "))
                                + ")")
                        .params(Arrays.asList(all))
                        .update()
                == 1;
    }

    void current(long outcomeId, long candidateOutcomeId) {
        jdbc.sql("update allocation_outcome set current_id = ? where id = ?")
                .params(candidateOutcomeId, outcomeId)
                .update();
    }

    /** Ends it, once. */
    boolean end(long outcomeId, Outcome.State state, Instant at) {
        return jdbc.sql("update allocation_outcome set state = ?, ended_at = ? where id = ? and state = 'RUNNING'")
                        .params(state.name(), at, outcomeId)
                        .update()
                == 1;
    }

    /** Records an answer that was not taken. */
    void refused(long candidateOutcomeId, String reason, @Nullable String wanted, Instant at) {
        jdbc.sql("insert into refused_answer (candidate_outcome_id, at, reason, wanted) values (?, ?, ?, ?)")
                .params(Arrays.asList(candidateOutcomeId, at, reason, wanted))
                .update();
    }
}

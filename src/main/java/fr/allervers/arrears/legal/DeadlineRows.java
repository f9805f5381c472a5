package fr.allervers.arrears.legal;

import fr.allervers.shared.web.UserError;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of facts and deadlines. */
@Component
class DeadlineRows {

    private static final String SELECT =
            "select id, case_id, household_id, agency_id, kind, due_on, state, done_on, done_by, proof_file_id from legal_deadline";

    private final JdbcClient jdbc;

    DeadlineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The day of a fact, and whether the older clause applies to it. */
    record Fact(LegalFact kind, LocalDate onDay, boolean olderClause) {}

    Map<LegalFact, Fact> facts(long caseId) {
        var facts = new EnumMap<LegalFact, Fact>(LegalFact.class);
        jdbc.sql("select kind, on_day, older_clause from legal_fact where case_id = ?")
                .param(caseId)
                .query(Fact.class)
                .list()
                .forEach(fact -> facts.put(fact.kind(), fact));
        return facts;
    }

    void keep(long caseId, Fact fact, String by, java.time.Instant at) {
        jdbc.sql("""
                        insert into legal_fact (case_id, kind, on_day, older_clause, entered_by, entered_at) values (?, ?, ?, ?, ?, ?)
                        on duplicate key update on_day = values(on_day), older_clause = values(older_clause), entered_by = values(entered_by), entered_at = values(entered_at)
                        """)
                .params(caseId, fact.kind().name(), fact.onDay(), fact.olderClause(), by, at)
                .update();
    }

    /** Sets the deadline, or moves it while nobody has met it; one that was met stays. */
    void set(long caseId, long householdId, long agencyId, DeadlineKind kind, LocalDate dueOn) {
        jdbc.sql("""
                        insert into legal_deadline (case_id, household_id, agency_id, kind, due_on, state) values (?, ?, ?, ?, ?, 'OPEN')
                        on duplicate key update due_on = if(state in ('OPEN', 'WARNED'), values(due_on), due_on)
                        """).params(caseId, householdId, agencyId, kind.name(), dueOn).update();
    }

    List<Deadline> ofCase(long caseId) {
        return jdbc.sql(SELECT + " where case_id = ? order by due_on, id")
                .param(caseId)
                .query(Deadline.class)
                .list();
    }

    /** The case's pending deadlines, locked. */
    List<Deadline> pending(long caseId) {
        return jdbc.sql(SELECT + " where case_id = ? and state in ('OPEN', 'WARNED') for update")
                .param(caseId)
                .query(Deadline.class)
                .list();
    }

    Deadline require(long id) {
        return one(id, "");
    }

    Deadline lock(long id) {
        return one(id, " for update");
    }

    private Deadline one(long id, String how) {
        return jdbc.sql(SELECT + " where id = ?" + how)
                .param(id)
                .query(Deadline.class)
                .optional()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "legal.unknown"));
    }

    List<Deadline> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where id in (:ids)")
                        .param("ids", ids)
                        .query(Deadline.class)
                        .list();
    }

    /** Ends a pending deadline and says whether it was pending. */
    boolean end(long id, Deadline.State as, @Nullable LocalDate doneOn, String by) {
        return jdbc.sql(
                                "update legal_deadline set state = ?, done_on = ?, done_by = ? where id = ? and state in ('OPEN', 'WARNED')")
                        .param(as.name())
                        .param(doneOn)
                        .param(by)
                        .param(id)
                        .update()
                == 1;
    }

    /** Deadlines whose task is to be opened, locked; other nodes take others. */
    List<Long> toWarn(LocalDate until, int limit) {
        return jdbc.sql(
                        "select id from legal_deadline where state = 'OPEN' and due_on <= ? order by due_on, id limit ? for update skip locked")
                .params(until, limit)
                .query(Long.class)
                .list();
    }

    void warned(Collection<Long> ids) {
        jdbc.sql("update legal_deadline set state = 'WARNED' where id in (:ids)")
                .param("ids", ids)
                .update();
    }

    /** The soonest pending deadline of each of those cases that have one. */
    List<Deadline> next(Collection<Long> caseIds) {
        return caseIds.isEmpty()
                ? List.of()
                : jdbc.sql(
                                SELECT
                                        + " where case_id in (:ids) and state in ('OPEN', 'WARNED') order by due_on desc, id desc")
                        .param("ids", caseIds)
                        .query(Deadline.class)
                        .list();
    }
}

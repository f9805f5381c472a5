package fr.allervers.kpi.figure;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads {@code kpi_queue}: the open tasks as last counted. */
@Component
@Transactional(readOnly = true)
class QueueQueries {

    private final JdbcClient jdbc;

    QueueQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Open tasks of one kind, step, group, agency, day or age.
     *
     * @param label what they have in common
     */
    record Open(String label, long open, long late) {}

    /** Of these in these agencies, by group and agency: « social-advisor@3 ». */
    List<Open> byGroup(Scope scope) {
        return read("concat(candidate_group, '@', agency_id)", "true", scope)
                .query(Open.class)
                .list();
    }

    List<Open> byKind(Scope scope) {
        return read("case_kind", "true", scope).query(Open.class).list();
    }

    List<Open> byAge(Scope scope) {
        return read("age_slot", "true", scope).query(Open.class).list();
    }

    List<Open> byDue(Scope scope) {
        return read("due_slot", "true", scope).query(Open.class).list();
    }

    List<Open> bySteps(Collection<String> kinds, Scope scope) {
        return read("concat(case_kind, '#', step)", "case_kind in (:kinds)", scope)
                .param("kinds", kinds)
                .query(Open.class)
                .list();
    }

    private JdbcClient.StatementSpec read(String label, String condition, Scope scope) {
        var sql = jdbc.sql("select " + label
                + " as label, sum(n) as open, sum(if(due_slot = -1, n, 0)) as late from kpi_queue where " + condition
                + (scope.all() ? "" : " and agency_id in (:agencies)") + " group by 1 order by 1");
        return scope.all() ? sql : sql.param("agencies", scope.agencies());
    }
}

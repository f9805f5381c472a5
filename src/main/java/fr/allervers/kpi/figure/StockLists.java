package fr.allervers.kpi.figure;

import fr.allervers.kpi.fact.StockCount;
import fr.allervers.shared.Slice;
import fr.allervers.workflow.CaseRef;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases behind what is there now: debts, the oldest first; legal deadlines, the nearest first. */
@Component
class StockLists {

    private static final int PAGE = 30;
    private static final Pattern KEY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{1,18})");
    private static final String CASES = "unpaid-rent-prevention";

    private static final String DEBTS = "select id, id as case_id, since_on as day, " + StockCount.DEBT_AGE
            + " as outcome, 'debt' as what, agency_id from arrears_case where status <> 'CLOSED'";
    private static final String DEADLINES = "select id, case_id, due_on as day, " + StockCount.DEADLINE_RISK
            + " as outcome, kind as what, agency_id from legal_deadline where state in ('OPEN', 'WARNED')";

    private final CaseNames names;
    private final JdbcClient jdbc;
    private final Clock clock;

    StockLists(CaseNames names, JdbcClient jdbc, Clock clock) {
        this.names = names;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Row(long id, long caseId, LocalDate day, String outcome, String what) {

        String key() {
            return day + "_" + id;
        }
    }

    Slice<CaseLine> page(Figure figure, @Nullable String outcome, Scope scope, @Nullable String after) {
        var debts = figure == Figure.DEBT;
        var where = new StringBuilder("true");
        var values = new LinkedHashMap<String, Object>();
        var today = LocalDate.now(clock);
        values.put("today", today);
        var outcomes = outcome == null ? figure.part() : List.of(outcome);
        if (!outcomes.isEmpty()) {
            where.append(" and outcome in (:outcomes)");
            values.put("outcomes", outcomes);
        }
        if (!scope.all()) {
            where.append(" and agency_id in (:agencies)");
            values.put("agencies", scope.agencies());
        }
        var key = KEY.matcher(after == null ? "" : after);
        if (key.matches()) {
            where.append(" and (day > :day or (day = :day and id > :id))");
            values.put("day", LocalDate.parse(key.group(1)));
            values.put("id", Long.parseLong(key.group(2)));
        }
        var rows = jdbc.sql("select id, case_id, day, outcome, what from (" + (debts ? DEBTS : DEADLINES) + ") s where "
                        + where + " order by day, id limit " + (PAGE + 1))
                .params(values)
                .query(Row.class)
                .list();
        var shown = Slice.of(rows, PAGE, Row::key);
        var found = names.of(shown.items().stream()
                .map(row -> new CaseRef(CASES, row.caseId()))
                .toList());
        return shown.with(shown.items().stream()
                .map(row -> {
                    var name = found.getOrDefault(new CaseRef(CASES, row.caseId()), new CaseNames.Name("", ""));
                    return new CaseLine(
                            CASES,
                            row.caseId(),
                            name.title(),
                            name.subtitle(),
                            debts ? "kpi.outcome.debt." + row.outcome() : "legal.deadline." + row.what(),
                            true,
                            row.day(),
                            null,
                            !debts && row.day().isBefore(today),
                            null);
                })
                .toList());
    }
}

package fr.allervers.kpi.figure;

import fr.allervers.shared.Slice;
import fr.allervers.workflow.CaseRef;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tasks done behind a number, the latest first. */
@Component
@Transactional(readOnly = true)
public class DoneTaskList {

    private static final int PAGE = 30;
    private static final Pattern KEY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{1,18})");

    private final Dashboards dashboards;
    private final CaseNames names;
    private final JdbcClient jdbc;

    DoneTaskList(Dashboards dashboards, CaseNames names, JdbcClient jdbc) {
        this.dashboards = dashboards;
        this.names = names;
        this.jdbc = jdbc;
    }

    private record Row(long id, String caseKind, long caseId, String step, LocalDate day, String outcome) {

        String key() {
            return day + "_" + id;
        }
    }

    /**
     * A page of it.
     *
     * @param after the {@link Slice#next} of the page before
     */
    public Slice<CaseLine> page(TaskQuestion asked, Period period, Scope scope, @Nullable String after) {
        dashboards.reader();
        var where = new StringBuilder("day >= :from and day <= :to");
        var values = new LinkedHashMap<String, Object>();
        values.put("from", period.from());
        values.put("to", period.to());
        who(asked, scope, where, values);
        if (!asked.kinds().isEmpty()) {
            where.append(" and case_kind in (:kinds)");
            values.put("kinds", asked.kinds());
        }
        var key = KEY.matcher(after == null ? "" : after);
        if (key.matches()) {
            where.append(" and day <= :day and (day < :day or id < :id)");
            values.put("day", LocalDate.parse(key.group(1)));
            values.put("id", Long.parseLong(key.group(2)));
        }
        var index = asked.kinds().size() == 1 ? "kpi_task_of_kind" : "kpi_task_by_day";
        var rows = jdbc.sql("select id, case_kind, case_id, step, day, outcome from kpi_task force index (" + index
                        + ") where " + where + " order by day desc, id desc limit " + (PAGE + 1))
                .params(values)
                .query(Row.class)
                .list();
        var shown = Slice.of(rows, PAGE, Row::key);
        return shown.with(lines(shown.items()));
    }

    /** How many there are, from the figures. */
    public long count(TaskQuestion asked, Period period, Scope scope) {
        dashboards.reader();
        var where = new StringBuilder();
        var values = new LinkedHashMap<String, Object>();
        var all = asked.kinds().isEmpty() && asked.step() == null && scope.campaignId() == null;
        values.put("processes", all ? List.of("ALL") : asked.kinds());
        who(asked, scope, where.append("process in (:processes)"), values);
        var number = 0;
        var days = new StringBuilder();
        for (var piece : period.pieces()) {
            days.append(number == 0 ? "" : " or ")
                    .append("(grain = '%s' and day >= :from%d and day < :until%d)"
                            .formatted(piece.grain(), number, number));
            values.put("from" + number, piece.from());
            values.put("until" + number, piece.until());
            number++;
        }
        return jdbc.sql("select coalesce(sum(n), 0) from kpi_day where " + where + " and (" + days + ")")
                .params(values)
                .query(Long.class)
                .single();
    }

    private static void who(TaskQuestion asked, Scope scope, StringBuilder where, Map<String, Object> values) {
        where.append(asked.outcome() == null ? " and outcome <> 'DROPPED'" : " and outcome = :outcome");
        if (asked.outcome() != null) {
            values.put("outcome", asked.outcome());
        }
        if (asked.step() != null) {
            where.append(" and step = :step");
            values.put("step", asked.step());
        }
        if (asked.group() != null) {
            where.append(" and candidate_group = :group");
            values.put("group", asked.group());
        }
        if (!scope.all()) {
            where.append(" and agency_id in (:agencies)");
            values.put("agencies", scope.agencies());
        }
        if (scope.campaignId() != null) {
            where.append(" and campaign_id = :campaign");
            values.put("campaign", scope.campaignId());
        }
    }

    private List<CaseLine> lines(List<Row> rows) {
        var cards = names.of(rows.stream()
                .map(row -> new CaseRef(row.caseKind(), row.caseId()))
                .toList());
        return rows.stream()
                .map(row -> {
                    var of = new CaseRef(row.caseKind(), row.caseId());
                    var name = cards.getOrDefault(of, new CaseNames.Name("", ""));
                    return new CaseLine(
                            row.caseKind(),
                            row.caseId(),
                            name.title(),
                            name.subtitle(),
                            "kpi.ended." + row.outcome(),
                            true,
                            row.day(),
                            null,
                            row.outcome().equals("LATE"),
                            null);
                })
                .toList();
    }
}

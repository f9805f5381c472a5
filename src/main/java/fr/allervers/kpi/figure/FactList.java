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

/** The cases behind a figure, the latest first: as many lines as its number says. */
@Component
@Transactional(readOnly = true)
public class FactList {

    private static final int PAGE = 30;
    private static final Pattern KEY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_([a-z-]{1,40})_(\\d{1,18})_(\\d{1,18})");

    private final Dashboards dashboards;
    private final Readings readings;
    private final StockLists stocks;
    private final CaseNames names;
    private final JdbcClient jdbc;

    FactList(Dashboards dashboards, Readings readings, StockLists stocks, CaseNames names, JdbcClient jdbc) {
        this.dashboards = dashboards;
        this.readings = readings;
        this.stocks = stocks;
        this.names = names;
        this.jdbc = jdbc;
    }

    /** What is listed of a figure. */
    public enum Part {
        /** What its number counts. */
        COUNTED,
        /** All of which that is a part. */
        ALL,
        /** What is missing to all. */
        REST
    }

    private record Row(String caseKind, long caseId, long part, LocalDate day, String outcome) {

        String key() {
            return day + "_" + caseKind + "_" + caseId + "_" + part;
        }
    }

    /**
     * A page of it.
     *
     * @param outcome one outcome alone; none for those of the part
     * @param after the {@link Slice#next} of the page before
     */
    public Slice<CaseLine> page(
            Figure figure, Part part, @Nullable String outcome, Period period, Scope scope, @Nullable String after) {
        dashboards.reader();
        if (figure.kind().isStock()) {
            return stocks.page(figure, outcome, scope, after);
        }
        var where = new StringBuilder("figure = :figure and day >= :from and day <= :to");
        var values = new LinkedHashMap<String, Object>();
        values.put("figure", figure.fact());
        values.put("from", period.from());
        values.put("to", period.to());
        outcomes(figure, part, outcome, where, values);
        if (!scope.all()) {
            where.append(" and agency_id in (:agencies)");
            values.put("agencies", scope.agencies());
        }
        if (scope.campaignId() != null) {
            where.append(" and campaign_id = :campaign");
            values.put("campaign", scope.campaignId());
        }
        var key = KEY.matcher(after == null ? "" : after);
        if (key.matches()) {
            where.append(" and day <= :day and (day < :day or (case_kind, case_id, part) < (:kind, :case, :part))");
            values.put("day", LocalDate.parse(key.group(1)));
            values.put("kind", key.group(2));
            values.put("case", Long.parseLong(key.group(3)));
            values.put("part", Long.parseLong(key.group(4)));
        }
        var rows = jdbc.sql(
                        "select case_kind, case_id, part, day, outcome from kpi_fact force index (kpi_fact_list) where "
                                + where + " order by day desc, case_kind desc, case_id desc, part desc limit "
                                + (PAGE + 1))
                .params(values)
                .query(Row.class)
                .list();
        var shown = Slice.of(rows, PAGE, Row::key);
        return shown.with(lines(figure, shown.items()));
    }

    /** How many there are, from the figures. */
    public long count(Figure figure, Part part, @Nullable String outcome, Period period, Scope scope) {
        dashboards.reader();
        var all = readings.read(List.of(figure), period, scope);
        if (outcome != null) {
            return all.outcomes()
                    .getOrDefault(figure.fact(), Map.of())
                    .getOrDefault(outcome, Reading.NOTHING)
                    .part();
        }
        var reading = all.of(figure);
        return switch (part) {
            case COUNTED -> reading.part();
            case ALL -> reading.whole();
            case REST -> reading.whole() - reading.part();
        };
    }

    private static void outcomes(
            Figure figure, Part part, @Nullable String outcome, StringBuilder where, Map<String, Object> values) {
        if (outcome != null) {
            where.append(" and outcome = :outcome");
            values.put("outcome", outcome);
            return;
        }
        var included = part == Part.COUNTED ? figure.part() : figure.whole();
        if (!included.isEmpty()) {
            where.append(" and outcome in (:outcomes)");
            values.put("outcomes", included);
        }
        if (part == Part.REST && !figure.part().isEmpty()) {
            where.append(" and outcome not in (:counted)");
            values.put("counted", figure.part());
        }
    }

    private List<CaseLine> lines(Figure figure, List<Row> rows) {
        var found = names.of(rows.stream()
                .map(row -> new CaseRef(row.caseKind(), row.caseId()))
                .toList());
        return rows.stream()
                .map(row -> {
                    var name =
                            found.getOrDefault(new CaseRef(row.caseKind(), row.caseId()), new CaseNames.Name("", ""));
                    return new CaseLine(
                            row.caseKind(),
                            row.caseId(),
                            name.title(),
                            name.subtitle(),
                            "kpi.outcome." + figure.fact() + "." + row.outcome(),
                            true,
                            row.day(),
                            null,
                            false,
                            null);
                })
                .toList();
    }
}

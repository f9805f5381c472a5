package fr.allervers.outreach.report;

import fr.allervers.outreach.campaign.CallCampaigns;
import fr.allervers.outreach.report.CampaignReport.Totals;
import fr.allervers.outreach.report.ReportTable.Row;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Campaigns in numbers, a fixed number of queries each. A reader who does not work for all of the campaign's agencies
 * sees no group under five outside their own; sums of what is shown may still allow a guess, so that exports say which
 * filter they were made with.
 */
@Component
@Transactional(readOnly = true)
public class CampaignReports {

    /**
     * A table but that of the agencies, whose rows are masked one by one.
     *
     * @param names first part of the keys of the rows' names; none where the query gives names
     */
    private record Plan(
            String key,
            String chart,
            List<String> columns,
            String sql,
            @Nullable String names) {

        Plan(String key, String chart, List<String> columns, String sql) {
            this(key, chart, columns, sql, null);
        }
    }

    private static final List<Plan> TABLES = List.of(
            new Plan("waves", "bar", List.of("wave", "universe", "called", "reached"), ReportQueries.BY_WAVE),
            new Plan("callers", "bar", List.of("caller", "calls", "households", "reached"), ReportQueries.BY_CALLER),
            new Plan("attempts", "bar", List.of("attempts", "reached"), ReportQueries.BY_ATTEMPTS),
            new Plan(
                    "dispositions",
                    "bar",
                    List.of("disposition", "calls"),
                    ReportQueries.BY_DISPOSITION,
                    "report.disposition."),
            new Plan("outcomes", "bar", List.of("outcome", "households"), ReportQueries.BY_OUTCOME, "report.outcome."),
            new Plan("grades", "bar", List.of("grade", "households"), ReportQueries.BY_GRADE, "report.grade."),
            new Plan("needs", "bar", List.of("need", "households"), ReportQueries.BY_NEED, "partners.service."),
            new Plan(
                    "services",
                    "stacked",
                    List.of("service", "open", "closed"),
                    ReportQueries.BY_SERVICE,
                    "partners.service."),
            new Plan("partners", "stacked", List.of("partner", "open", "closed"), ReportQueries.BY_PARTNER),
            new Plan("weeks", "line", List.of("week", "calls", "reached"), ReportQueries.BY_WEEK));

    private final ReportQueries queries;
    private final CallCampaigns campaigns;
    private final CurrentStaff currentStaff;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    CampaignReports(
            ReportQueries queries,
            CallCampaigns campaigns,
            CurrentStaff currentStaff,
            JdbcClient jdbc,
            MessageSource messages,
            Clock clock) {
        this.queries = queries;
        this.campaigns = campaigns;
        this.currentStaff = currentStaff;
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /** The report, for a person who works for one of the campaign's agencies. */
    public CampaignReport of(long campaignId, ReportFilter filter) {
        campaigns.read(campaignId);
        var reader = currentStaff.require();
        var masked = isMasked(campaignId, filter, reader);
        var now = Timestamp.from(clock.instant());
        var scope = queries.scope(campaignId, filter, now);
        var agencies = scope.rows(ReportQueries.BY_AGENCY);
        var tables = TABLES.stream()
                .map(plan -> new ReportTable(
                                plan.key(), plan.chart(), plan.columns(), named(plan.names(), scope.rows(plan.sql())))
                        .maskedIf(masked))
                .collect(Collectors.toList());
        tables.add(
                0,
                new ReportTable(
                        "agencies",
                        "bar",
                        List.of("agency", "target", "universe", "called", "reached"),
                        maskOthers(agencies, reader)));
        return new CampaignReport(
                scope.totals(),
                target(agencies),
                scope.medianHours(),
                tables,
                scope.verbatims(),
                masked,
                clock.instant());
    }

    /** Callers of the campaign, for the filter. */
    public Map<Long, String> callers(long campaignId) {
        return pairs("""
                select distinct s.id, s.display_name as name from household_call h join call_attempt t on t.call_id = h.id
                  join staff_member s on s.id = t.caller_id where h.campaign_id = ? order by s.display_name
                """, campaignId);
    }

    /** Agencies of the campaign, for the filter. */
    public Map<Long, String> agencies(long campaignId) {
        return pairs("""
                select a.id, a.name from campaign_agency c join agency a on a.id = c.agency_id where c.campaign_id = ? order by a.name
                """, campaignId);
    }

    private Map<Long, String> pairs(String sql, long campaignId) {
        return jdbc
                .sql(sql)
                .param(campaignId)
                .query((row, number) -> Map.entry(row.getLong("id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one, java.util.LinkedHashMap::new));
    }

    private boolean isMasked(long campaignId, ReportFilter filter, StaffMember reader) {
        return filter.agency() != null
                ? !reader.worksFor(filter.agency())
                : !agencies(campaignId).keySet().stream().allMatch(reader::worksFor);
    }

    /** Rows of agencies begin with the agency's id, so that each is judged by itself. */
    private static List<Row> maskOthers(List<Row> rows, StaffMember reader) {
        return rows.stream()
                .map(row -> {
                    var id = Objects.requireNonNull(row.values().get(0)).longValue();
                    var shown = new Row(
                            row.label(), row.values().subList(1, row.values().size()));
                    return reader.worksFor(id) ? shown : shown.masked();
                })
                .toList();
    }

    /** The second number of an agency's row, after its id. */
    private static int target(List<Row> agencies) {
        return agencies.stream()
                .mapToInt(row -> Objects.requireNonNull(row.values().get(1)).intValue())
                .sum();
    }

    private List<Row> named(@Nullable String prefix, List<Row> rows) {
        if (prefix == null) {
            return rows;
        }
        var locale = LocaleContextHolder.getLocale();
        return rows.stream()
                .map(row -> new Row(
                        Objects.requireNonNullElse(
                                messages.getMessage(prefix + row.label(), null, row.label(), locale), row.label()),
                        row.values()))
                .toList();
    }

    /** For those who only need the totals. */
    public Totals totals(long campaignId) {
        return queries.scope(campaignId, ReportFilter.ALL, Timestamp.from(clock.instant()))
                .totals();
    }
}

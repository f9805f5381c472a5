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
import java.util.stream.Stream;
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
        var tables = Stream.of(
                        households("waves", "bar", scope.rows(ReportQueries.BY_WAVE)),
                        new ReportTable(
                                "callers",
                                "bar",
                                List.of("caller", "calls", "households", "reached"),
                                scope.rows(ReportQueries.BY_CALLER)),
                        new ReportTable(
                                "attempts",
                                "bar",
                                List.of("attempts", "reached"),
                                scope.rows(ReportQueries.BY_ATTEMPTS)),
                        new ReportTable(
                                "dispositions",
                                "bar",
                                List.of("disposition", "calls"),
                                named("report.disposition.", scope.rows(ReportQueries.BY_DISPOSITION))),
                        new ReportTable(
                                "grades",
                                "bar",
                                List.of("grade", "households"),
                                named("report.grade.", scope.rows(ReportQueries.BY_GRADE))),
                        new ReportTable(
                                "needs",
                                "bar",
                                List.of("need", "households"),
                                named("partners.service.", scope.rows(ReportQueries.BY_NEED))),
                        new ReportTable(
                                "services",
                                "stacked",
                                List.of("service", "open", "closed"),
                                named("partners.service.", scope.rows(ReportQueries.BY_SERVICE))),
                        new ReportTable(
                                "partners",
                                "stacked",
                                List.of("partner", "open", "closed"),
                                scope.rows(ReportQueries.BY_PARTNER)),
                        new ReportTable(
                                "weeks",
                                "line",
                                List.of("week", "calls", "reached"),
                                scope.rows(ReportQueries.BY_WEEK)))
                .map(table -> table.maskedIf(masked))
                .collect(Collectors.toList());
        tables.add(0, households("agencies", "bar", maskOthers(agencies, reader)));
        return new CampaignReport(
                scope.totals(), scope.medianHours(), tables, scope.verbatims(), masked, clock.instant());
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

    private static ReportTable households(String key, String chart, List<Row> rows) {
        return new ReportTable(
                key, chart, List.of(key.equals("waves") ? "wave" : "agency", "universe", "called", "reached"), rows);
    }

    private List<Row> named(String prefix, List<Row> rows) {
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

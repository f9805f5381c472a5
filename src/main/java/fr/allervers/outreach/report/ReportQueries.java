package fr.allervers.outreach.report;

import fr.allervers.outreach.report.CampaignReport.Totals;
import fr.allervers.outreach.report.ReportTable.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The report's queries. {@code h} is a household's call, {@code t} a call made for it. */
@Component
class ReportQueries {

    private static final String HOUSEHOLDS = """
             h.campaign_id = :campaign and (:wave is null or h.wave_id = :wave) and (:agency is null or h.agency_id = :agency)
             and (:caller is null or exists (select 1 from call_attempt by_caller where by_caller.call_id = h.id and by_caller.caller_id = :caller))
            """;
    private static final String CALLS =
            " household_call h join call_attempt t on t.call_id = h.id and (:caller is null or t.caller_id = :caller) where "
                    + HOUSEHOLDS;
    private static final String COUNTS =
            " count(*) as universe, sum(h.first_called_at is not null) as called, sum(h.reached_at is not null) as reached ";

    /** An agency's target is about all its households: for a part of them, it is that part. */
    static final String BY_AGENCY =
            "select a.name as label, a.id, if(:wave is null and :caller is null, coalesce(max(g.target), count(*)), count(*)) as target,"
                    + COUNTS + " from household_call h join agency a on a.id = h.agency_id"
                    + " left join campaign_agency g on g.campaign_id = h.campaign_id and g.agency_id = h.agency_id where "
                    + HOUSEHOLDS + " group by a.id, a.name order by a.name";

    static final String BY_WAVE = "select w.name as label," + COUNTS
            + " from household_call h join campaign_wave w on w.id = h.wave_id where " + HOUSEHOLDS
            + " group by w.id, w.name, w.number order by w.number";
    static final String BY_CALLER = """
            select s.display_name as label, count(*) as calls, count(distinct h.id) as households,
                   count(distinct if(t.disposition = 'REACHED', h.id, null)) as reached
              from household_call h join call_attempt t on t.call_id = h.id and (:caller is null or t.caller_id = :caller)
              join staff_member s on s.id = t.caller_id where """ + HOUSEHOLDS + " group by s.id, s.display_name order by calls desc, label";
    static final String BY_ATTEMPTS =
            "select if(h.attempts >= 5, '5 +', h.attempts) as label, count(*) as reached from household_call h where h.reached_at is not null and "
                    + HOUSEHOLDS + " group by label order by label";
    static final String BY_DISPOSITION = "select t.disposition as label, count(*) as calls from" + CALLS
            + " group by label order by calls desc, label";
    static final String BY_OUTCOME =
            "select h.outcome as label, count(*) as households from household_call h where h.outcome is not null and "
                    + HOUSEHOLDS + " group by label order by households desc, label";
    static final String BY_GRADE =
            "select h.grade as label, count(*) as households from household_call h where h.grade is not null and "
                    + HOUSEHOLDS + " group by label order by field(label, 'GREEN', 'YELLOW', 'ORANGE', 'RED')";
    static final String BY_NEED =
            "select n.need as label, count(*) as households from household_call h join call_need n on n.call_id = h.id where "
                    + HOUSEHOLDS + " group by label order by households desc, label";
    static final String BY_SERVICE =
            "select r.service as label, sum(r.closed_at is null) as open, sum(r.closed_at is not null) as closed"
                    + " from household_call h join referral r on r.call_id = h.id where " + HOUSEHOLDS
                    + " group by label order by count(*) desc, label";
    static final String BY_PARTNER =
            "select p.name as label, sum(r.closed_at is null) as open, sum(r.closed_at is not null) as closed"
                    + " from household_call h join referral r on r.call_id = h.id join partner p on p.id = r.partner_id where "
                    + HOUSEHOLDS + " group by p.id, p.name order by count(*) desc, label";
    /** Weeks of ISO 8601 in the landlord's zone; the offset of the moment is near enough at a week's edge. */
    static final String BY_WEEK =
            "select date_format(date_sub(date(t.at + interval 1 hour), interval weekday(t.at + interval 1 hour) day), '%d/%m/%Y') as label, count(*) as calls,"
                    + " count(distinct if(t.disposition = 'REACHED', h.id, null)) as reached, min(t.at) as since from"
                    + CALLS
                    + " group by label order by since";

    private static final String TOTALS = "select" + COUNTS + """
            , sum(h.state = 'CLOSED') as closed from household_call h where """ + HOUSEHOLDS;
    private static final String CALL_COUNT = "select count(*) from" + CALLS;
    private static final String REFERRALS =
            "select count(*) as opened, sum(r.closed_at is not null) as closed from household_call h join referral r on r.call_id = h.id where "
                    + HOUSEHOLDS;
    private static final String CALL_BACKS = """
            select count(*) as due, sum(c.called_at is not null) as kept from household_call h join call_series s on s.call_id = h.id
              join series_call c on c.series_id = s.id and c.due_at <= :now where """ + HOUSEHOLDS;
    private static final String MEDIAN = """
            select median(minutes) over () from (select timestampdiff(minute, h.started_at, h.first_called_at) as minutes from household_call h
              where h.first_called_at is not null and h.started_at is not null and """ + HOUSEHOLDS + ") waits limit 1";
    private static final String WORDS =
            "select y.words from household_call h join testimony y on y.call_id = h.id where " + HOUSEHOLDS
                    + " order by y.at desc, y.id desc limit 50";

    private final JdbcClient jdbc;

    ReportQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Scope scope(long campaignId, ReportFilter filter, Timestamp now) {
        return new Scope(campaignId, filter, now);
    }

    /** The queries' part of a campaign. */
    final class Scope {

        private final long campaignId;
        private final ReportFilter filter;
        private final Timestamp now;

        private Scope(long campaignId, ReportFilter filter, Timestamp now) {
            this.campaignId = campaignId;
            this.filter = filter;
            this.now = now;
        }

        List<Row> rows(String sql) {
            return query(sql).query(ReportQueries::row).list();
        }

        Totals totals() {
            var calls = query(CALL_COUNT).query(Integer.class).single();
            var referrals = pair(REFERRALS);
            var callBacks = pair(CALL_BACKS);
            return query(TOTALS)
                    .query((row, number) -> new Totals(
                            row.getInt("universe"),
                            row.getInt("called"),
                            row.getInt("reached"),
                            row.getInt("closed"),
                            calls,
                            referrals[0],
                            referrals[1],
                            callBacks[0],
                            callBacks[1]))
                    .single();
        }

        @Nullable
        Double medianHours() {
            return query(MEDIAN)
                    .query(Double.class)
                    .optional()
                    .map(minutes -> Math.round(minutes / 6.0) / 10.0)
                    .orElse(null);
        }

        List<String> verbatims() {
            return query(WORDS).query(String.class).list();
        }

        private int[] pair(String sql) {
            return query(sql)
                    .query((row, number) -> new int[] {row.getInt(1), row.getInt(2)})
                    .single();
        }

        private JdbcClient.StatementSpec query(String sql) {
            return jdbc.sql(sql)
                    .param("campaign", campaignId)
                    .param("wave", filter.wave())
                    .param("agency", filter.agency())
                    .param("caller", filter.caller())
                    .param("now", now);
        }
    }

    /** The label first, then the numbers; what is no number only served the order. */
    private static Row row(ResultSet row, int number) throws SQLException {
        var values = new ArrayList<@Nullable Number>();
        for (var column = 2; column <= row.getMetaData().getColumnCount(); column++) {
            if (row.getObject(column) instanceof Number value) {
                values.add(value.longValue());
            }
        }
        return new Row(row.getString("label"), values);
    }
}

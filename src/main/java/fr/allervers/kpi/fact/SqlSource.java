package fr.allervers.kpi.fact;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A source that is one query. The query names {@code case_id, figure, part, agency_id, campaign_id, at, outcome, by_day, amount, seconds, since_day}
 * and takes {@code :ids}: {@code at} is the moment or day on which the fact counts. With a {@code by_day} the outcome is a pair, « ON_TIME|LATE »:
 * the first when {@code at} is not after that day. With a {@code since_day} the seconds are counted from that day's midnight in UTC, and set right.
 * Both in the landlord's zone, which the database does not know.
 */
final class SqlSource implements CaseSource {

    private final String kind;
    private final String table;
    private final @Nullable String campaign;
    private final String facts;
    private final JdbcClient jdbc;
    private final ZoneId zone;

    /**
     * @param table where each row is a case, {@code id} its id
     * @param campaign the table's column of the campaign; none without campaigns
     */
    SqlSource(String kind, String table, @Nullable String campaign, String facts, JdbcClient jdbc, ZoneId zone) {
        this.kind = kind;
        this.table = table;
        this.campaign = campaign;
        this.facts = facts;
        this.jdbc = jdbc;
        this.zone = zone;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public List<Long> after(long after, int limit) {
        return jdbc.sql("select id from " + table + " where id > ? order by id limit ?")
                .params(after, limit)
                .query(Long.class)
                .list();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Override
    public List<Fact> facts(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(facts).param("ids", ids).query(this::fact).list();
    }

    @Override
    public Map<Long, Long> campaigns(Collection<Long> ids) {
        var found = new HashMap<Long, Long>();
        if (campaign != null && !ids.isEmpty()) {
            jdbc.sql("select id, " + campaign + " as campaign from " + table + " where id in (:ids) and " + campaign
                            + " is not null")
                    .param("ids", ids)
                    .query(row -> {
                        found.put(row.getLong("id"), row.getLong("campaign"));
                    });
        }
        return found;
    }

    private Fact fact(ResultSet row, int number) throws SQLException {
        var on = day(row, "at");
        var by = day(row, "by_day");
        var seconds = row.getLong("seconds");
        var timed = !row.wasNull();
        return new Fact(
                row.getLong("case_id"),
                row.getString("figure"),
                row.getLong("part"),
                row.getLong("agency_id"),
                row.getLong("campaign_id"),
                Objects.requireNonNull(on),
                chosen(row.getString("outcome"), by == null || !on.isAfter(by)),
                row.getLong("amount"),
                timed ? Math.max(0, seconds + afterMidnight(day(row, "since_day"))) : null);
    }

    /** How many seconds earlier than in UTC this day begins. */
    private long afterMidnight(@Nullable LocalDate day) {
        return day == null
                ? 0
                : Duration.between(day.atStartOfDay(zone), day.atStartOfDay(ZoneOffset.UTC))
                        .toSeconds();
    }

    private static String chosen(String outcome, boolean first) {
        var cut = outcome.indexOf('|');
        return cut < 0 ? outcome : first ? outcome.substring(0, cut) : outcome.substring(cut + 1);
    }

    private @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column);
        if (at == null) {
            return null;
        }
        return at instanceof Date date
                ? date.toLocalDate()
                : ((Timestamp) at).toInstant().atZone(zone).toLocalDate();
    }
}

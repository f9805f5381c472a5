package fr.allervers.messaging.mailing;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.mailing.MailingReport.LetterBatch;
import fr.allervers.messaging.mailing.MailingReport.OfBuilding;
import fr.allervers.messaging.mailing.MailingReport.OfChannel;
import fr.allervers.messaging.mailing.MailingReport.Reason;
import fr.allervers.messaging.mailing.MailingReport.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Figures of a mailing: recipients joined with the fate of their outbox rows, counted by the database. */
@Component
@Transactional(readOnly = true)
public class MailingReports {

    /** The fate of a recipient: FATE is one word of Totals. */
    private static final String ROWS = """
             from mailing_recipient r
             left join outbox_message o on o.dedupe_key = concat('mass-message:', r.mailing_id, ':', r.id)
            """;

    private static final String COUNTS = """
             sum(r.state <> 'UNREACHABLE') as all_messages,
             sum(r.state = 'LISTED' or (r.state = 'QUEUED' and o.state in ('QUEUED', 'SENDING'))) as waiting,
             sum(r.state = 'PRINTED' or (r.state = 'QUEUED' and o.state in ('SENT', 'DELIVERED', 'PRINTED'))) as sent,
             sum(r.state = 'QUEUED' and o.state = 'DELIVERED') as delivered,
             sum(r.state = 'QUEUED' and o.state = 'FAILED') as failed,
             sum(r.state = 'QUEUED' and o.state = 'UNKNOWN') as unknown,
             sum(r.state = 'CANCELLED' or (r.state = 'QUEUED' and o.state = 'CANCELLED')) as cancelled,
             sum(r.state = 'UNREACHABLE') as unreachable
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;
    private final MailingSettings settings;

    MailingReports(JdbcClient jdbc, JdbcTemplate template, MailingSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.streaming = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        this.streaming.setFetchSize(1_000);
    }

    /** One line of the report as a file. */
    public record Line(
            @Nullable String household,
            @Nullable String name,
            @Nullable String address,
            @Nullable String commune,
            String channel,
            String recipient,
            String state,
            @Nullable String reason) {}

    Totals totals(long mailingId) {
        return jdbc.sql("select" + COUNTS + ROWS + " where r.mailing_id = ?")
                .param(mailingId)
                .query((row, number) -> totals(row))
                .single();
    }

    /** Totals of these mailings, by id, in one query; one that is not listed yet is left out. */
    public Map<Long, Totals> totals(Collection<Long> mailings) {
        var totals = new HashMap<Long, Totals>();
        if (!mailings.isEmpty()) {
            jdbc.sql("select r.mailing_id," + COUNTS + ROWS + " where r.mailing_id in (:ids) group by r.mailing_id")
                    .param("ids", mailings)
                    .query(row -> {
                        totals.put(row.getLong("mailing_id"), totals(row));
                    });
        }
        return totals;
    }

    /** All figures; whether the reader may see the mailing is asked before. */
    public MailingReport of(Mailing mailing) {
        var id = mailing.id();
        return new MailingReport(
                totals(id),
                jdbc.sql(
                                "select r.channel," + COUNTS + ROWS
                                        + " where r.mailing_id = ? and r.channel <> 'NONE' group by r.channel order by field(r.channel, 'SMS', 'EMAIL', 'LETTER')")
                        .param(id)
                        .query((row, number) -> new OfChannel(Channel.valueOf(row.getString("channel")), totals(row)))
                        .list(),
                jdbc.sql(
                                "select b.id, if(b.name = '', b.address, b.name) as name, b.address, b.commune,"
                                        + COUNTS + ROWS
                                        + " join building b on b.id = r.building_id where r.mailing_id = ? group by b.id, b.name, b.address, b.commune order by b.commune, b.address limit 500")
                        .param(id)
                        .query((row, number) -> new OfBuilding(
                                row.getLong("id"),
                                row.getString("name"),
                                row.getString("address"),
                                row.getString("commune"),
                                totals(row)))
                        .list(),
                jdbc.sql(
                                "select coalesce(o.problem, '?') as words, count(*) as count" + ROWS
                                        + " where r.mailing_id = ? and o.state in ('FAILED', 'UNKNOWN') group by words order by count desc, words limit 20")
                        .param(id)
                        .query(Reason.class)
                        .list(),
                unreachable(id),
                letters(id),
                cost(id),
                sample(id));
    }

    private @Nullable String sample(long mailingId) {
        return jdbc.sql("select o.body" + ROWS + " where r.mailing_id = ? and o.channel = 'SMS' order by r.id limit 1")
                .param(mailingId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private Map<Unreachable, Integer> unreachable(long id) {
        var reasons = new EnumMap<Unreachable, Integer>(Unreachable.class);
        jdbc.sql(
                        "select reason, count(*) as n from mailing_recipient where mailing_id = ? and state = 'UNREACHABLE' group by reason")
                .param(id)
                .query(row -> {
                    reasons.put(Unreachable.valueOf(row.getString("reason")), row.getInt("n"));
                });
        return reasons;
    }

    private List<LetterBatch> letters(long id) {
        return jdbc.sql("""
                        select floor((r.letter_no - 1) / :size) + 1 as number, min(r.letter_no) as first_no, max(r.letter_no) as last_no, sum(r.state = 'PRINTED') as printed,
                               substring_index(min(concat(lpad(r.letter_no, 9, '0'), '|', if(b.name = '', b.address, b.name))), '|', -1) as first_building,
                               substring_index(max(concat(lpad(r.letter_no, 9, '0'), '|', if(b.name = '', b.address, b.name))), '|', -1) as last_building
                          from mailing_recipient r join building b on b.id = r.building_id
                         where r.mailing_id = :id and r.letter_no is not null and r.state <> 'CANCELLED' group by number order by number
                        """)
                .param("size", settings.lettersPerBatch())
                .param("id", id)
                .query((row, number) -> new LetterBatch(
                        row.getInt("number"),
                        row.getInt("first_no"),
                        row.getInt("last_no"),
                        row.getInt("printed"),
                        row.getString("first_building"),
                        row.getString("last_building")))
                .list();
    }

    private BigDecimal cost(long id) {
        return jdbc.sql("""
                        select coalesce(sum(case when r.channel = 'SMS' and o.state in ('SENDING', 'SENT', 'DELIVERED', 'UNKNOWN') then o.parts * :sms
                                                 when r.channel = 'LETTER' and r.state = 'PRINTED' then :letter else 0 end), 0)
                        """ + ROWS + " where r.mailing_id = :id")
                .param("sms", settings.smsCents())
                .param("letter", settings.letterCents())
                .param("id", id)
                .query(BigDecimal.class)
                .single()
                .movePointLeft(2)
                .setScale(2, RoundingMode.HALF_UP);
    }

    /** Calls for every recipient, in the order of buildings; however many there are. */
    public void lines(long mailingId, Consumer<Line> each) {
        streaming.query(
                """
                select h.code, h.name, b.address, b.commune, r.channel, r.address as recipient,
                       if(r.state = 'QUEUED', coalesce(o.state, 'QUEUED'), r.state) as state, coalesce(o.problem, r.reason) as reason
                """ + ROWS + """
                 left join household h on h.id = r.household_id left join building b on b.id = r.building_id
                 where r.mailing_id = ? order by b.commune, b.address, h.code, r.id
                """,
                row -> {
                    each.accept(new Line(
                            row.getString("code"),
                            row.getString("name"),
                            row.getString("address"),
                            row.getString("commune"),
                            row.getString("channel"),
                            row.getString("recipient").startsWith("household:") ? "" : row.getString("recipient"),
                            row.getString("state"),
                            row.getString("reason")));
                },
                mailingId);
    }

    private static Totals totals(ResultSet row) throws SQLException {
        return new Totals(
                row.getInt("all_messages"),
                row.getInt("waiting"),
                row.getInt("sent"),
                row.getInt("delivered"),
                row.getInt("failed"),
                row.getInt("unknown"),
                row.getInt("cancelled"),
                row.getInt("unreachable"));
    }
}

package fr.allervers.messaging.mailing;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.SmsText;
import fr.allervers.messaging.mailing.MailingPreview.ByChannel;
import fr.allervers.messaging.mailing.MailingPreview.Sample;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts, costs and samples of an order, by the statements that would list it. */
@Component
@Transactional(readOnly = true)
public class Previews {

    private static final int SAMPLES = 3;
    private static final int ROWS_AT_ONCE = 1_000;

    private static final String PERSON = """
            select n.address, n.channel, n.language, o.civility, o.first_name, o.last_name, a.name as agency, a.phone, b.name as building, b.address as street,
                   b.postcode, b.commune, s.code as stairwell
              from (%s) n left join occupant o on o.id = n.occupant_id left join household h on h.id = n.household_id
              left join agency a on a.id = n.agency_id left join dwelling d on d.id = h.dwelling_id
              left join building b on b.id = d.building_id left join stairwell s on s.id = d.stairwell_id
            """;

    private final MailingAudiences audiences;
    private final Recipients recipients;
    private final QuietHoursPolicy quietHours;
    private final MailingSettings settings;
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate streaming;
    private final Clock clock;

    Previews(
            MailingAudiences audiences,
            Recipients recipients,
            QuietHoursPolicy quietHours,
            MailingSettings settings,
            JdbcTemplate template,
            JdbcClient jdbc,
            Clock clock) {
        this.audiences = audiences;
        this.recipients = recipients;
        this.quietHours = quietHours;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
        var rows = new JdbcTemplate(java.util.Objects.requireNonNull(template.getDataSource()));
        // MariaDB's driver then keeps a thousand rows in memory, not the whole answer.
        rows.setFetchSize(ROWS_AT_ONCE);
        this.streaming = new NamedParameterJdbcTemplate(rows);
    }

    /** What the order would do now. */
    public MailingPreview of(MailingOrder order) {
        return of(order, audiences.select(order.audience(), order.audienceKey(), order.pasted()));
    }

    MailingPreview of(MailingOrder order, Selected selected) {
        var ladder = order.ladder();
        var sql = recipients.sql(selected.condition(), ladder);
        var written = new Written(order.texts(), order.details());
        var count = new Count();
        jdbc.sql("select channel, reason, count(*) as n from (" + sql.households() + ") w group by channel, reason")
                .params(sql.params())
                .query(count::households);
        if (ladder.uses(Channel.SMS)) {
            each(sql, "select w.*, 'SMS' as channel from (" + sql.numbers() + ") w", row -> count.sms(row, written));
            selected.numbers().keySet().forEach(e164 -> count.number(written));
        }
        if (ladder.uses(Channel.EMAIL)) {
            count.emails = jdbc.sql("select count(*) from (" + sql.emails() + ") w")
                    .params(sql.params())
                    .query(Integer.class)
                    .single();
        }
        var channels = count.channels();
        var messages = channels.stream().mapToInt(ByChannel::messages).sum();
        return new MailingPreview(
                selected.audience().name(),
                count.total,
                channels,
                count.unreachable,
                cost(channels),
                samples(sql, ladder, written),
                selected.bad(),
                (int) selected.numbers().values().stream()
                        .filter(known -> known.isEmpty())
                        .count(),
                leavesAt(order),
                messages > settings.approvalAbove(),
                MailingChecks.missing(order));
    }

    /** Calls for every household that nothing reaches, one after the other; however many there are. */
    public void unreachable(MailingOrder order, Consumer<Unreached> each) {
        var selected = audiences.select(order.audience(), order.audienceKey(), order.pasted());
        var sql = recipients.sql(selected.condition(), order.ladder());
        streaming.query("""
                        select h.code, h.name, b.address, b.postcode, b.commune, w.reason from (%s) w join household h on h.id = w.household_id
                          left join dwelling d on d.id = h.dwelling_id left join building b on b.id = d.building_id
                         where w.channel = 'NONE' order by b.commune, b.address, h.code
                        """.formatted(sql.households()), sql.params(), row -> {
            each.accept(new Unreached(
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("address"),
                    row.getString("postcode"),
                    row.getString("commune"),
                    Unreachable.valueOf(row.getString("reason"))));
        });
    }

    /** A household that nothing reaches. */
    public record Unreached(
            String code,
            String name,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String commune,
            Unreachable reason) {}

    /** In euros. */
    BigDecimal cost(List<ByChannel> channels) {
        return channels.stream()
                .map(one -> switch (one.channel()) {
                    case SMS -> settings.smsCents().multiply(BigDecimal.valueOf(one.parts()));
                    case LETTER -> settings.letterCents().multiply(BigDecimal.valueOf(one.messages()));
                    case EMAIL -> BigDecimal.ZERO;
                })
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointLeft(2)
                .setScale(2, RoundingMode.HALF_UP);
    }

    private @Nullable Instant leavesAt(MailingOrder order) {
        var now = clock.instant();
        var wanted = order.sendAt() == null || order.sendAt().isBefore(now) ? now : order.sendAt();
        var held = order.ladder().informative() && order.emergencyReason() == null;
        var leaves = held ? quietHours.allowedFrom(wanted) : wanted;
        return leaves.equals(now) ? null : leaves;
    }

    private List<Sample> samples(RecipientSql sql, Ladder ladder, Written written) {
        var samples = new ArrayList<Sample>();
        if (ladder.uses(Channel.SMS)) {
            sample(samples, sql, "select w.*, 'SMS' as channel from (" + sql.numbers() + ") w", written);
        }
        if (ladder.uses(Channel.EMAIL)) {
            sample(samples, sql, "select w.*, 'EMAIL' as channel from (" + sql.emails() + ") w", written);
        }
        if (ladder.uses(Channel.LETTER)) {
            sample(
                    samples,
                    sql,
                    "select w.*, concat('household:', w.household_id) as address from (" + sql.lettersAndNone()
                            + ") w where w.channel = 'LETTER'",
                    written);
        }
        return samples.size() <= SAMPLES ? samples : List.copyOf(samples.subList(0, SAMPLES));
    }

    /** The first of each channel, and more of the first channel while there is room. */
    private void sample(List<Sample> samples, RecipientSql sql, String from, Written written) {
        var wanted = samples.isEmpty() ? 2 : 1;
        samples.addAll(jdbc.sql(PERSON.formatted(from) + " order by n.household_id limit " + wanted)
                .params(sql.params())
                .query((row, number) -> {
                    var channel = Channel.valueOf(row.getString("channel"));
                    var message = written.to(channel, row.getString("language"), RecipientValues.of(row));
                    return new Sample(channel, name(row), row.getString("language"), message.subject(), message.body());
                })
                .list());
    }

    private static String name(ResultSet row) throws SQLException {
        return java.util.stream.Stream.of(
                        row.getString("civility"), row.getString("first_name"), row.getString("last_name"))
                .filter(part -> part != null && !part.isBlank())
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private void each(RecipientSql sql, String from, RowCallbackHandler row) {
        streaming.query(PERSON.formatted(from), sql.params(), row);
    }

    /** What is counted while rows go by. */
    private static final class Count {

        private final Map<Channel, Integer> households = new EnumMap<>(Channel.class);
        private final Map<Unreachable, Integer> unreachable = new EnumMap<>(Unreachable.class);
        private final Map<String, Integer> partsOfText = new HashMap<>();
        private int total;
        private int numbers;
        private int parts;
        private int emails;

        void households(ResultSet row) throws SQLException {
            var count = row.getInt("n");
            total += count;
            if (row.getString("channel").equals("NONE")) {
                unreachable.merge(Unreachable.valueOf(row.getString("reason")), count, Integer::sum);
            } else {
                households.merge(Channel.valueOf(row.getString("channel")), count, Integer::sum);
            }
        }

        void sms(ResultSet row, Written written) throws SQLException {
            count(written.to(Channel.SMS, row.getString("language"), RecipientValues.of(row))
                    .body());
        }

        void number(Written written) {
            count(written.to(Channel.SMS, "fr", Map.of()).body());
        }

        private void count(String text) {
            numbers++;
            // Most texts differ by a name only, or not at all.
            if (partsOfText.size() > 10_000) {
                partsOfText.clear();
            }
            parts += partsOfText.computeIfAbsent(
                    text, one -> SmsText.of(one).parts().size());
        }

        List<ByChannel> channels() {
            var channels = new ArrayList<ByChannel>();
            add(channels, Channel.SMS, numbers, parts);
            add(channels, Channel.EMAIL, emails, emails);
            var letters = households.getOrDefault(Channel.LETTER, 0);
            add(channels, Channel.LETTER, letters, letters);
            return channels;
        }

        private void add(List<ByChannel> channels, Channel channel, int messages, int parts) {
            if (messages > 0) {
                channels.add(new ByChannel(channel, households.getOrDefault(channel, 0), messages, parts));
            }
        }
    }
}

package fr.allervers.messaging.mailing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.allervers.messaging.Channel;
import fr.allervers.messaging.Importance;
import fr.allervers.messaging.template.MessageTexts;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of mailings, their texts and what lists named. */
@Component
class MailingStore {

    private static final String ALL = "select m.* from mailing m ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final ObjectMapper json;

    MailingStore(JdbcClient jdbc, JdbcTemplate batch, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
    }

    Optional<Mailing> find(long id) {
        return jdbc.sql(ALL + "where m.id = ?")
                .param(id)
                .query((row, number) -> mailing(row))
                .optional();
    }

    List<Mailing> all(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(ALL + "where m.id in (:ids)")
                        .param("ids", ids)
                        .query((row, number) -> mailing(row))
                        .list();
    }

    /** The mailing, held until the transaction ends; waits for whoever holds it. */
    Mailing lock(long id) {
        return jdbc.sql(ALL + "where m.id = ? for update")
                .param(id)
                .query((row, number) -> mailing(row))
                .single();
    }

    /** The same when it is free and still in this state. */
    Optional<Mailing> lockIfFree(long id, MailingState state) {
        return jdbc.sql(ALL + "where m.id = ? and m.state = ? for update skip locked")
                .params(id, state.name())
                .query((row, number) -> mailing(row))
                .optional();
    }

    List<Long> in(MailingState state) {
        return jdbc.sql("select id from mailing where state = ? order by id")
                .param(state.name())
                .query(Long.class)
                .list();
    }

    /** Newest first, those of these agencies or written by this person; all when {@code all} is said. */
    List<Mailing> page(boolean all, Set<Long> agencies, String username, @Nullable Long before, int limit) {
        return jdbc.sql(ALL + """
                        where (:all or m.created_by = :me or m.agency_id in (:agencies)) and (:before is null or m.id < :before)
                         order by m.id desc limit :limit
                        """)
                .param("all", all)
                .param("agencies", agencies.isEmpty() ? Set.of(0L) : agencies)
                .param("me", username)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> mailing(row))
                .list();
    }

    Optional<Long> bySubmission(String submission) {
        return jdbc.sql("select id from mailing where submission = ?")
                .param(submission)
                .query(Long.class)
                .optional();
    }

    /** A new row in state DRAFT; its id. */
    long insert(MailingOrder order, Audience audience, @Nullable Long agencyId, String by, Instant now) {
        return jdbc.sql("""
                        insert into mailing (submission, name, state, importance, audience, audience_key, audience_name, scope, agency_id, channels, per_household,
                                             sender, details, emergency_reason, send_at, created_by, created_at)
                        values (?, ?, 'DRAFT', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(Arrays.asList(
                        order.submission(),
                        order.name(),
                        order.importance().name(),
                        audience.kind().name(),
                        audience.key(),
                        audience.name(),
                        audience.scopeColumn(),
                        agencyId,
                        channels(order.ladder().channels()),
                        order.ladder().perHousehold(),
                        order.sender(),
                        write(order.details()),
                        order.emergencyReason(),
                        order.sendAt(),
                        by,
                        now))
                .query(Long.class)
                .single();
    }

    void update(long id, MailingOrder order, Audience audience, @Nullable Long agencyId) {
        jdbc.sql("""
                        update mailing set name = ?, importance = ?, audience = ?, audience_key = ?, audience_name = ?, scope = ?, agency_id = ?, channels = ?,
                               per_household = ?, sender = ?, details = ?, emergency_reason = ?, send_at = ? where id = ? and state = 'DRAFT'
                        """)
                .params(Arrays.asList(
                        order.name(),
                        order.importance().name(),
                        audience.kind().name(),
                        audience.key(),
                        audience.name(),
                        audience.scopeColumn(),
                        agencyId,
                        channels(order.ladder().channels()),
                        order.ladder().perHousehold(),
                        order.sender(),
                        write(order.details()),
                        order.emergencyReason(),
                        order.sendAt(),
                        id))
                .update();
    }

    void keep(long id, Map<String, MessageTexts> texts, Selected selected) {
        jdbc.sql("delete from mailing_text where mailing_id = ?").param(id).update();
        jdbc.sql("delete from mailing_household where mailing_id = ?").param(id).update();
        jdbc.sql("delete from mailing_number where mailing_id = ?").param(id).update();
        texts.forEach((language, text) -> jdbc.sql("insert into mailing_text values (?, ?, ?, ?, ?, ?)")
                .params(id, language, text.sms(), text.subject(), text.email(), text.letter())
                .update());
        batch.batchUpdate(
                "insert into mailing_household values (?, ?)",
                selected.households().stream()
                        .map(household -> new Object[] {id, household})
                        .toList());
        var numbers = new ArrayList<Object[]>();
        selected.numbers().forEach((e164, household) -> numbers.add(new Object[] {id, e164, household.orElse(null)}));
        batch.batchUpdate("insert into mailing_number values (?, ?, ?)", numbers);
    }

    Map<String, MessageTexts> texts(long id) {
        var texts = new HashMap<String, MessageTexts>();
        jdbc.sql("select language, sms, subject, email, letter from mailing_text where mailing_id = ?")
                .param(id)
                .query(row -> {
                    texts.put(
                            row.getString("language"),
                            new MessageTexts(
                                    row.getString("sms"),
                                    row.getString("subject"),
                                    row.getString("email"),
                                    row.getString("letter")));
                });
        return texts;
    }

    /** The codes and numbers of a list as they were understood, to be changed in a draft. */
    List<String> lines(long id) {
        return jdbc.sql("""
                        select h.code from mailing_household k join household h on h.id = k.household_id where k.mailing_id = :id
                        union all select e164 from mailing_number where mailing_id = :id
                        """).param("id", id).query(String.class).list();
    }

    /** Moves it on, if it stands in {@code from}. */
    boolean move(long id, MailingState from, MailingState to) {
        return jdbc.sql("update mailing set state = ? where id = ? and state = ?")
                        .params(to.name(), id, from.name())
                        .update()
                > 0;
    }

    void set(long id, String columns, @Nullable Object... values) {
        var params = new ArrayList<@Nullable Object>(Arrays.asList(values));
        params.add(id);
        jdbc.sql("update mailing set " + columns + " where id = ?")
                .params(params)
                .update();
    }

    private Mailing mailing(ResultSet row) throws SQLException {
        return new Mailing(
                row.getLong("id"),
                row.getString("name"),
                MailingState.valueOf(row.getString("state")),
                Importance.valueOf(row.getString("importance")),
                new Audience(
                        AudienceKind.valueOf(row.getString("audience")),
                        row.getString("audience_key"),
                        row.getString("audience_name"),
                        Audience.scopeOf(row.getString("scope"))),
                row.getObject("agency_id", Long.class),
                Arrays.stream(row.getString("channels").split(","))
                        .map(Channel::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class))),
                row.getBoolean("per_household"),
                row.getString("sender"),
                read(row.getString("details")),
                row.getString("emergency_reason"),
                instant(row.getTimestamp("send_at")),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("approved_by"),
                instant(row.getTimestamp("approved_at")),
                row.getString("returned_because"),
                row.getInt("expected"),
                instant(row.getTimestamp("listed_at")),
                instant(row.getTimestamp("ended_at")));
    }

    private static String channels(Set<Channel> channels) {
        return channels.stream().sorted().map(Channel::name).collect(Collectors.joining(","));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private String write(Map<String, String> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> read(String details) {
        try {
            return json.readValue(details, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

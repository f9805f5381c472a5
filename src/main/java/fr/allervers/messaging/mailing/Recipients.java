package fr.allervers.messaging.mailing;

import fr.allervers.messaging.Channel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down whom a mailing is for, by a few statements whatever the number. The unique key (mailing, channel,
 * address) makes a second run harmless.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Recipients {

    private static final String INTO = "insert ignore into mailing_recipient"
            + " (mailing_id, channel, address, household_id, occupant_id, building_id, agency_id, language, state, reason) ";

    private final JdbcClient jdbc;
    private final MailingAudiences audiences;
    private final MailingSettings settings;
    private final Clock clock;

    Recipients(JdbcClient jdbc, MailingAudiences audiences, MailingSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.audiences = audiences;
        this.settings = settings;
        this.clock = clock;
    }

    /** The statement's rules for an audience, today. */
    RecipientSql sql(HouseholdCondition condition, Ladder ladder) {
        return new RecipientSql(condition, ladder, LocalDate.now(clock), settings.numbersWrittenTo());
    }

    /**
     * Lists everybody; who is listed already stays.
     *
     * @param condition the audience, as it was allowed to its author
     */
    void list(Mailing mailing, HouseholdCondition condition) {
        var ladder = mailing.ladder();
        var sql = sql(condition, ladder);
        if (ladder.uses(Channel.SMS)) {
            numbersOfList(mailing);
            run(mailing, sql, INTO + """
                    select :mailing, 'SMS', n.address, n.household_id, n.occupant_id, n.building_id, n.agency_id, n.language, 'LISTED', null from (%s) n
                    """.formatted(sql.numbers()));
        }
        if (ladder.uses(Channel.EMAIL)) {
            run(mailing, sql, INTO + """
                    select :mailing, 'EMAIL', n.address, n.household_id, n.occupant_id, n.building_id, n.agency_id, n.language, 'LISTED', n.reason from (%s) n
                    """.formatted(sql.emails()));
        }
        run(mailing, sql, INTO + """
                select :mailing, n.channel, concat('household:', n.household_id), n.household_id, n.occupant_id, n.building_id, n.agency_id, n.language,
                       if(n.channel = 'LETTER', 'LISTED', 'UNREACHABLE'), n.reason from (%s) n
                """.formatted(sql.lettersAndNone()));
        numberLetters(mailing.id());
    }

    /** The audience of a saved mailing; that of a campaign is chosen anew, by the rights of nobody. */
    HouseholdCondition condition(Mailing mailing) {
        var audience = mailing.audience();
        return switch (audience.kind()) {
            case LIST, INBOX -> HouseholdCondition.kept(audience, mailing.id());
            case CAMPAIGN -> HouseholdCondition.of(audience, audiences.chosen(String.valueOf(audience.key())));
            default -> HouseholdCondition.of(audience);
        };
    }

    private void numbersOfList(Mailing mailing) {
        jdbc.sql(INTO + """
                        select k.mailing_id, 'SMS', k.e164, k.household_id,
                               (select o.id from occupant o join phone p on p.occupant_id = o.id where o.household_id = k.household_id and p.e164 = k.e164
                                 order by o.lease_holder desc, o.id limit 1),
                               d.building_id, h.agency_id, coalesce(h.language, 'fr'),
                               if(x.id is null and y.id is null, 'LISTED', 'UNREACHABLE'), if(x.id is null and y.id is null, null, 'OPPOSED')
                          from mailing_number k left join household h on h.id = k.household_id left join dwelling d on d.id = h.dwelling_id
                          left join message_opposition x on x.recipient = k.e164 and x.channel = 'SMS' and (:informative or x.scope = 'ALL')
                          left join message_opposition y on y.household_id = k.household_id and y.channel = 'SMS' and (:informative or y.scope = 'ALL')
                         where k.mailing_id = :mailing
                        """)
                .param("mailing", mailing.id())
                .param("informative", mailing.ladder().informative())
                .update();
    }

    /** Letters lie in the order in which they are boxed: building, stairwell, floor, door. */
    private void numberLetters(long mailingId) {
        jdbc.sql("""
                        update mailing_recipient r join (
                          select r.id, row_number() over (order by b.commune, b.address, b.code, s.code, d.floor, d.door, r.id) as n
                            from mailing_recipient r join household h on h.id = r.household_id join dwelling d on d.id = h.dwelling_id
                            join building b on b.id = d.building_id left join stairwell s on s.id = d.stairwell_id
                           where r.mailing_id = :mailing and r.channel = 'LETTER') ordered on ordered.id = r.id
                           set r.letter_no = ordered.n
                        """).param("mailing", mailingId).update();
    }

    private void run(Mailing mailing, RecipientSql sql, String statement) {
        jdbc.sql(statement).params(sql.params()).param("mailing", mailing.id()).update();
    }

    /** Where the next letters of a chunk go and what fills their places. */
    record Addressed(
            long id,
            Channel channel,
            String address,
            Optional<Long> householdId,
            String language,
            Map<String, String> values) {}

    private static final String FILLED = """
            select r.id, r.channel, r.address, r.household_id, r.language, o.civility, o.first_name, o.last_name, h.name as household,
                   a.name as agency, a.phone, b.name as building, b.address as street, b.postcode, b.commune, s.code as stairwell, d.floor, d.door
              from mailing_recipient r left join occupant o on o.id = r.occupant_id left join household h on h.id = r.household_id
              left join agency a on a.id = coalesce(r.agency_id, :agency) left join dwelling d on d.id = h.dwelling_id
              left join building b on b.id = d.building_id left join stairwell s on s.id = d.stairwell_id
            """;

    /** The next that are to be handed to the outbox, with what fills the places of their text. */
    List<Addressed> next(Mailing mailing, int limit) {
        return jdbc.sql(FILLED
                        + " where r.mailing_id = :mailing and r.state = 'LISTED' and r.channel in ('SMS', 'EMAIL')"
                        + " order by r.channel desc, r.id limit :limit")
                .param("mailing", mailing.id())
                .param("agency", mailing.agencyId())
                .param("limit", limit)
                .query((row, number) -> new Addressed(
                        row.getLong("id"),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("address"),
                        Optional.ofNullable(row.getObject("household_id", Long.class)),
                        row.getString("language"),
                        RecipientValues.of(row)))
                .list();
    }

    void queued(List<Addressed> some, Instant at) {
        jdbc.sql("update mailing_recipient set state = 'QUEUED', queued_at = :now where id in (:ids)")
                .param("now", at)
                .param("ids", some.stream().map(Addressed::id).toList())
                .update();
    }

    boolean anyListed(long mailingId) {
        return jdbc.sql("""
                        select exists (select 1 from mailing_recipient where mailing_id = ? and channel in ('SMS', 'EMAIL') and state = 'LISTED')
                        """).param(mailingId).query(Boolean.class).single();
    }

    int queuedSince(long mailingId, Instant moment) {
        return jdbc.sql("select count(*) from mailing_recipient where mailing_id = ? and queued_at > ?")
                .params(mailingId, moment)
                .query(Integer.class)
                .single();
    }

    int cancel(long mailingId) {
        return jdbc.sql("update mailing_recipient set state = 'CANCELLED' where mailing_id = ? and state = 'LISTED'")
                .param(mailingId)
                .update();
    }
}

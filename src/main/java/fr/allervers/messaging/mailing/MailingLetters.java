package fr.allervers.messaging.mailing;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.template.MessageField;
import fr.allervers.messaging.template.MessageField.Filled;
import fr.allervers.shared.web.UserError;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters of a mailing, batch by batch, in the order in which they are boxed: building, stairwell, floor, door; and
 * posters for the halls. A batch is what one PDF holds, so that memory stays flat however many letters there are.
 */
@Component
@Transactional(readOnly = true)
public class MailingLetters {

    private static final String ROWS = """
            select r.id, r.household_id, r.language, o.civility, o.first_name, o.last_name, h.name as household, a.name as agency, a.phone,
                   b.name as building, b.address as street, b.postcode, b.commune, s.code as stairwell, d.floor, d.door
              from mailing_recipient r join household h on h.id = r.household_id left join occupant o on o.id = r.occupant_id
              left join agency a on a.id = r.agency_id join dwelling d on d.id = h.dwelling_id join building b on b.id = d.building_id
              left join stairwell s on s.id = d.stairwell_id
             where r.mailing_id = :mailing and r.letter_no between :from and :to and r.state in ('LISTED', 'PRINTED')
             order by r.letter_no
            """;

    private final Mailings mailings;
    private final MailingStore store;
    private final MailingDiary diary;
    private final MailingSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    MailingLetters(
            Mailings mailings,
            MailingStore store,
            MailingDiary diary,
            MailingSettings settings,
            JdbcClient jdbc,
            Clock clock) {
        this.mailings = mailings;
        this.store = store;
        this.diary = diary;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A letter as it lies on paper.
     *
     * @param recipient lines of the address, as the window of the envelope shows them
     * @param place where it is boxed: building, stairwell, floor, door
     */
    public record Sheet(
            String recipient, String place, @Nullable String subject, String body) {}

    /** A notice for a hall. */
    public record Poster(
            String building,
            String address,
            String agency,
            @Nullable String subject,
            String body) {}

    /** The letters of a batch, in their order. */
    public List<Sheet> batch(long mailingId, int number) {
        var mailing = mailings.read(mailingId);
        var written = new Written(store.texts(mailingId), mailing.details());
        var sheets = jdbc.sql(ROWS)
                .param("mailing", mailingId)
                .param("from", (number - 1) * settings.lettersPerBatch() + 1)
                .param("to", number * settings.lettersPerBatch())
                .query((row, at) -> {
                    var message = written.to(Channel.LETTER, row.getString("language"), RecipientValues.of(row));
                    return new Sheet(
                            words(
                                    "\n",
                                    words(
                                            " ",
                                            row.getString("civility"),
                                            row.getString("first_name"),
                                            row.getString("last_name")),
                                    row.getString("street"),
                                    words(" ", row.getString("postcode"), row.getString("commune"))),
                            words(
                                    " · ",
                                    row.getString("building"),
                                    row.getString("stairwell"),
                                    row.getString("floor"),
                                    row.getString("door")),
                            message.subject(),
                            message.body());
                })
                .list();
        if (sheets.isEmpty()) {
            throw new UserError(HttpStatus.NOT_FOUND, "mailing.error.no-letters");
        }
        return sheets;
    }

    /** Notes that the batch is printed, for every household, and says how many letters that were not before. */
    @Transactional
    public int markPrinted(long mailingId, int number) {
        var mailing = mailings.read(mailingId);
        var from = (number - 1) * settings.lettersPerBatch() + 1;
        var to = number * settings.lettersPerBatch();
        store.lock(mailingId);
        jdbc.sql("""
                        insert into timeline_entry (case_kind, case_id, household_id, at, actor, actor_name, kind, what, detail, social)
                        select 'mass-message', r.mailing_id, r.household_id, :now, :actor, :actor, 'MESSAGE', :what, :name, false
                          from mailing_recipient r where r.mailing_id = :mailing and r.letter_no between :from and :to and r.state = 'LISTED'
                        """)
                .param("now", clock.instant())
                .param("actor", "allervers")
                .param("what", diary.french("mailing.log.letter-printed"))
                .param("name", mailing.name())
                .param("mailing", mailingId)
                .param("from", from)
                .param("to", to)
                .update();
        var printed = jdbc.sql("""
                        update mailing_recipient set state = 'PRINTED', printed_at = :now
                         where mailing_id = :mailing and letter_no between :from and :to and state = 'LISTED'
                        """)
                .param("now", clock.instant())
                .param("mailing", mailingId)
                .param("from", from)
                .param("to", to)
                .update();
        if (printed > 0) {
            diary.note(mailingId, Timeline.Kind.MESSAGE, "batch-printed", null, number, printed);
        }
        return printed;
    }

    /** The notice for one building's hall: the letter without what concerns one person only. */
    public Poster poster(long mailingId, long buildingId) {
        var mailing = mailings.read(mailingId);
        var written = new Written(store.texts(mailingId), mailing.details());
        return jdbc.sql("""
                        select null as civility, null as first_name, null as last_name, a.name as agency, a.phone, b.name as building, b.address as street,
                               b.postcode, b.commune, null as stairwell
                          from building b join agency a on a.id = b.agency_id
                         where b.id = :building and exists (select 1 from mailing_recipient r where r.mailing_id = :mailing and r.building_id = b.id)
                        """)
                .param("building", buildingId)
                .param("mailing", mailingId)
                .query((row, at) -> {
                    var values = new HashMap<>(RecipientValues.of(row));
                    for (var field : MessageField.values()) {
                        if (field.filled() == Filled.BY_PERSON) {
                            values.remove(field.key());
                        }
                    }
                    var message = written.to(Channel.LETTER, "fr", values);
                    return new Poster(
                            words(" ", row.getString("building")),
                            words(
                                    ", ",
                                    row.getString("street"),
                                    words(" ", row.getString("postcode"), row.getString("commune"))),
                            row.getString("agency"),
                            message.subject(),
                            message.body());
                })
                .optional()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "mailing.error.no-letters"));
    }

    private static String words(String between, @Nullable String... parts) {
        return java.util.Arrays.stream(parts)
                .filter(part -> part != null && !part.isBlank())
                .collect(java.util.stream.Collectors.joining(between));
    }
}

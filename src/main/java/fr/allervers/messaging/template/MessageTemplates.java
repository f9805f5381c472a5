package fr.allervers.messaging.template;

import fr.allervers.messaging.Importance;
import fr.allervers.shared.Texts;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The landlord's texts: one place for what people send to many and for what processes write to one household. */
@Component
@Transactional
public class MessageTemplates {

    /** The languages in which a text may be written, French first. */
    public static final List<String> LANGUAGES = List.of("fr", "en", "ar", "tr", "pt");

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    MessageTemplates(JdbcClient jdbc, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    private record Row(
            long id,
            String code,
            String name,
            boolean automatic,
            Importance importance,
            String extraFields,
            int version) {}

    private record Written(long templateId, String language, MessageTexts texts) {}

    /** All in use, those for people first, by name. */
    @Transactional(readOnly = true)
    public List<MessageTemplate> all() {
        return read("not retired order by automatic, name, id", Map.of());
    }

    /** What people choose among, by name. */
    @Transactional(readOnly = true)
    public List<MessageTemplate> forPeople() {
        return read("not retired and not automatic order by name, id", Map.of());
    }

    @Transactional(readOnly = true)
    public MessageTemplate require(long id) {
        return one(read("id = :id", Map.of("id", id)))
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "template.error.unknown"));
    }

    /** The text of a process; it is seeded, so its absence is a fault of ours. */
    @Transactional(readOnly = true)
    public MessageTemplate ofProcess(String code) {
        return one(read("code = :code", Map.of("code", code)))
                .orElseThrow(() -> new IllegalStateException("No message template " + code));
    }

    /**
     * Writes a new template for people and gives its id.
     *
     * @param texts by language; an empty one is left out
     */
    public long add(String name, Importance importance, Map<String, MessageTexts> texts) {
        check(name, texts, Set.of());
        var code = Texts.fold(name).replace(' ', '-');
        var id = jdbc.sql("""
                        insert into message_template (code, name, importance, changed_by, changed_at) values (?, ?, ?, ?, ?)
                        on duplicate key update id = id returning id
                        """)
                .params(code(code), name.strip(), importance.name(), who(), clock.instant())
                .query(Long.class)
                .single();
        write(id, texts);
        return id;
    }

    /**
     * Changes a template; what left before stays as it left.
     *
     * @param version as it was read
     * @throws UserError (409) when a colleague changed it meanwhile
     */
    public void change(long id, int version, String name, Importance importance, Map<String, MessageTexts> texts) {
        check(name, texts, require(id).extraFields());
        var changed = jdbc.sql("""
                        update message_template set name = ?, importance = ?, changed_by = ?, changed_at = ?, version = version + 1
                         where id = ? and version = ?
                        """)
                .params(name.strip(), importance.name(), who(), clock.instant(), id, version)
                .update();
        if (changed == 0) {
            throw new UserError(HttpStatus.CONFLICT, "template.error.changed");
        }
        jdbc.sql("delete from message_template_text where template_id = ?")
                .param(id)
                .update();
        write(id, texts);
    }

    /** Takes it out of the choice; a process's text stays. */
    public void retire(long id) {
        jdbc.sql("update message_template set retired = true, version = version + 1 where id = ? and not automatic")
                .param(id)
                .update();
    }

    private static void check(String name, Map<String, MessageTexts> texts, Set<String> extraFields) {
        if (name.isBlank() || name.length() > 120) {
            throw new UserError("template.error.name");
        }
        var french = texts.get(MessageTemplate.FRENCH);
        if (french == null || french.sms().isEmpty()) {
            throw new UserError("template.error.french");
        }
        texts.values().forEach(text -> text.check(extraFields));
    }

    private String code(String wanted) {
        var code = wanted.length() > 50 ? wanted.substring(0, 50) : wanted;
        var taken = jdbc.sql("select count(*) from message_template where code = ? or code like ?")
                .params(code, code + "-%")
                .query(Integer.class)
                .single();
        return taken == 0 ? code : code + "-" + (taken + 1);
    }

    private void write(long id, Map<String, MessageTexts> texts) {
        texts.forEach((language, text) -> {
            if (LANGUAGES.contains(language) && text.all().stream().anyMatch(one -> !one.isEmpty())) {
                jdbc.sql("insert into message_template_text values (?, ?, ?, ?, ?, ?)")
                        .params(id, language, text.sms(), text.subject(), text.email(), text.letter())
                        .update();
            }
        });
    }

    private List<MessageTemplate> read(String where, Map<String, ?> params) {
        var rows = jdbc.sql(
                        "select id, code, name, automatic, importance, extra_fields, version from message_template where "
                                + where)
                .params(params)
                .query(Row.class)
                .list();
        var texts = texts(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> new MessageTemplate(
                        row.id(),
                        row.code(),
                        row.name(),
                        row.automatic(),
                        row.importance(),
                        Set.of(
                                row.extraFields().isBlank()
                                        ? new String[0]
                                        : row.extraFields().split(" ")),
                        texts.getOrDefault(row.id(), Map.of()),
                        row.version()))
                .toList();
    }

    private Map<Long, Map<String, MessageTexts>> texts(List<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        "select template_id, language, sms, subject, email, letter from message_template_text where template_id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> new Written(
                        row.getLong("template_id"),
                        row.getString("language"),
                        new MessageTexts(
                                row.getString("sms"),
                                row.getString("subject"),
                                row.getString("email"),
                                row.getString("letter"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Written::templateId, HashMap::new, Collectors.toMap(Written::language, Written::texts)));
    }

    private static Optional<MessageTemplate> one(List<MessageTemplate> found) {
        return found.stream().findFirst();
    }

    private String who() {
        return currentStaff.require().username();
    }
}

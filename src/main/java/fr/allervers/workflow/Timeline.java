package fr.allervers.workflow;

import fr.allervers.shared.sealed.ValueSealing;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a case and to a household, in words: rows are added, never changed. */
@Component
@Transactional
public class Timeline {

    /** What an entry tells of; it chooses the icon. */
    public enum Kind {
        CALL,
        MESSAGE,
        DECISION,
        TASK,
        REFERRAL,
        VISIT,
        ALERT,
        ESCALATION,
        NOTE
    }

    /**
     * One thing that happened.
     *
     * @param social told to social advisors and supervisors only
     */
    public record Entry(
            long id,
            String caseKind,
            long caseId,
            Instant at,
            String actorName,
            Kind kind,
            String what,
            @Nullable String detail,
            boolean social) {}

    private static final String DETAIL = "timeline_entry.detail";
    private static final String COLUMNS =
            "select id, case_kind, case_id, at, actor_name, kind, what, detail, social from timeline_entry";

    private final JdbcClient jdbc;
    private final ValueSealing sealing;
    private final JdbcTemplate batches;
    private final CurrentStaff currentStaff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Timeline(
            JdbcClient jdbc,
            ValueSealing sealing,
            JdbcTemplate batches,
            CurrentStaff currentStaff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.batches = batches;
        this.currentStaff = currentStaff;
        this.events = events;
        this.clock = clock;
    }

    /** Something to note; see {@link #record}. */
    public record Note(
            CaseRef of,
            @Nullable Long householdId,
            Kind kind,
            String what,
            @Nullable String detail,
            boolean social) {}

    /** Notes what happened, by the person signed in, or by the application itself. */
    public void record(
            CaseRef of, @Nullable Long householdId, Kind kind, String what, @Nullable String detail, boolean social) {
        recordAll(List.of(new Note(of, householdId, kind, what, detail, social)));
    }

    /** Notes many things at once, in one batch, and publishes {@link CasesNoted}. */
    public void recordAll(List<Note> notes) {
        var person = currentStaff.find();
        var actor = person.map(StaffMember::username).orElse("allervers");
        var name = person.map(StaffMember::displayName).orElse("Aller vers");
        var now = Timestamp.from(clock.instant());
        batches.batchUpdate("""
                        insert into timeline_entry (case_kind, case_id, household_id, at, actor, actor_name, kind, what, detail, social)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """, notes, 500, (row, note) -> {
            row.setString(1, note.of().kind());
            row.setLong(2, note.of().id());
            row.setObject(3, note.householdId(), Types.BIGINT);
            row.setTimestamp(4, now);
            row.setString(5, actor);
            row.setString(6, name);
            row.setString(7, note.kind().name());
            row.setString(8, note.what());
            row.setString(9, sealing.seal(DETAIL, note.detail()));
            row.setBoolean(10, note.social());
        });
        events.publishEvent(
                new CasesNoted(notes.stream().map(Note::of).distinct().toList()));
    }

    /** The case's entries, newest first, 200 at most; social ones only on request. */
    @Transactional(readOnly = true)
    public List<Entry> ofCase(CaseRef of, boolean withSocial) {
        return jdbc.sql(COLUMNS
                        + " where case_kind = ? and case_id = ? and (? or not social) order by id desc limit 200")
                .params(of.kind(), of.id(), withSocial)
                .query(this::entry)
                .list();
    }

    /** The household's entries over all its cases, newest first, 200 at most. */
    @Transactional(readOnly = true)
    public List<Entry> ofHousehold(long householdId, boolean withSocial) {
        return jdbc.sql(COLUMNS + " where household_id = ? and (? or not social) order by id desc limit 200")
                .params(householdId, withSocial)
                .query(this::entry)
                .list();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getString("case_kind"),
                row.getLong("case_id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor_name"),
                Kind.valueOf(row.getString("kind")),
                row.getString("what"),
                sealing.open(DETAIL, row.getString("detail")),
                row.getBoolean("social"));
    }
}

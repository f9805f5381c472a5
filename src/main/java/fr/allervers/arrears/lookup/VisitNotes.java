package fr.allervers.arrears.lookup;

import fr.allervers.arrears.lookup.FieldSheet.VisitNote;
import fr.allervers.shared.sealed.ValueSealing;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes written at a tenant's door, perhaps long before a network takes them. */
@Component
@Transactional
class VisitNotes {

    private static final int LONGEST = 500;
    private static final String PLACE = "visit_note.note";
    /** A telephone's clock may be wrong, and a note may wait: beyond this the moment of its arrival is believed. */
    private static final Duration WAITS = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final ValueSealing sealing;
    private final Timeline timeline;
    private final Clock clock;

    VisitNotes(JdbcClient jdbc, ValueSealing sealing, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Keeps a note once.
     *
     * @param key made by the sender, at most 64 characters: the same key is the same note
     * @param notedAt when it was written; none for now
     * @return false when it was here already; nothing has changed then
     */
    boolean keep(String key, long householdId, String note, @Nullable Instant notedAt, StaffMember by) {
        var words = note.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw new UserError("lookup.note.length");
        }
        if (!key.matches("[A-Za-z0-9-]{8,64}")) {
            throw new UserError("lookup.note.key");
        }
        var fresh = jdbc.sql(
                                "insert ignore into visit_note (note_key, household_id, staff_id, note, noted_at, received_at) values (?, ?, ?, ?, ?, ?)")
                        .params(
                                key,
                                householdId,
                                by.id(),
                                sealing.seal(PLACE, words),
                                believed(notedAt),
                                clock.instant())
                        .update()
                > 0;
        if (fresh) {
            timeline.record(about(householdId), householdId, Timeline.Kind.VISIT, "Passage sur place", words, false);
        }
        return fresh;
    }

    List<VisitNote> latest(long householdId) {
        return jdbc.sql("""
                        select s.display_name as by_name, n.noted_at, n.note from visit_note n join staff_member s on s.id = n.staff_id
                         where n.household_id = ? order by n.noted_at desc, n.id desc limit 5
                        """)
                .param(householdId)
                .query((row, number) -> new VisitNote(
                        row.getString("by_name"),
                        row.getTimestamp("noted_at").toInstant(),
                        sealing.openText(PLACE, row.getString("note"))))
                .list();
    }

    /** The open case of unpaid rent, so that the note stands in its history; else the household. */
    private CaseRef about(long householdId) {
        return jdbc.sql(
                        "select id from arrears_case where household_id = ? and status <> 'CLOSED' order by id desc limit 1")
                .param(householdId)
                .query(Long.class)
                .optional()
                .map(id -> new CaseRef("unpaid-rent-prevention", id))
                .orElse(new CaseRef("household", householdId));
    }

    private Instant believed(@Nullable Instant notedAt) {
        var now = clock.instant();
        return notedAt == null || notedAt.isAfter(now) || notedAt.isBefore(now.minus(WAITS)) ? now : notedAt;
    }
}

package fr.allervers.privacy;

import fr.allervers.shared.personal.DataKind;
import fr.allervers.shared.web.UserError;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erasures and their lines. A chunk locks its erasure, erases, and writes what it did in one transaction; whom it is about is read from
 * the register each time, and stands there until the last lines.
 */
@Component
@Transactional
class ErasureJournal {

    private static final String SELECT =
            "select id, person_kind, person_id, why, asked_by, asked_at, state, ended_at from person_erasure";

    private final JdbcClient jdbc;
    private final PersonalUnits units;
    private final DataSubjects subjects;
    private final LegalHolds holds;
    private final Clock clock;
    private final int chunk;

    ErasureJournal(
            JdbcClient jdbc,
            PersonalUnits units,
            DataSubjects subjects,
            LegalHolds holds,
            Clock clock,
            @Value("${allervers.privacy.chunk:500}") int chunk) {
        this.jdbc = jdbc;
        this.units = units;
        this.subjects = subjects;
        this.holds = holds;
        this.clock = clock;
        this.chunk = chunk;
    }

    private record NextLine(int position, String unit, DataKind kind) {}

    /** Notes the wish with its lines; once for a person. */
    long ask(DataSubject subject, Erasure.Why why, String by) {
        try {
            var id = jdbc.sql("""
                            insert into person_erasure (person_kind, person_id, why, asked_by, asked_at, state) values (?, ?, ?, ?, ?, 'RUNNING') returning id
                            """)
                    .params(subject.kind().name(), subject.id(), why.name(), by, clock.instant())
                    .query(Long.class)
                    .single();
            var position = 0;
            for (var unit : units.all()) {
                jdbc.sql(
                                "insert into person_erasure_line (erasure_id, position, unit, kind, state) values (?, ?, ?, ?, 'PENDING')")
                        .params(id, position++, unit.name(), unit.kind().name())
                        .update();
            }
            return id;
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "privacy.error.asked");
        }
    }

    /** Does the next chunk of any erasure that runs; false when none is left for us. */
    boolean next() {
        var erasure = jdbc.sql(SELECT + " where state = 'RUNNING' order by id limit 1 for update skip locked")
                .query(Erasure.class)
                .optional();
        erasure.ifPresent(this::advance);
        return erasure.isPresent();
    }

    private void advance(Erasure erasure) {
        var line = jdbc.sql(
                        "select position, unit, kind from person_erasure_line where erasure_id = ? and state = 'PENDING' order by position limit 1")
                .param(erasure.id())
                .query(NextLine.class)
                .optional();
        if (line.isEmpty()) {
            end(erasure.id());
            return;
        }
        var person = subjects.keys(subjects.require(erasure.personKind(), erasure.personId()));
        var hold = holds.of(person).get(line.get().kind());
        if (hold != null) {
            write(erasure.id(), line.get(), "HELD", hold, 0);
            return;
        }
        var changed = units.find(line.get().unit())
                .map(unit -> unit.erase(person, chunk))
                .orElse(0);
        write(erasure.id(), line.get(), changed == 0 ? "DONE" : "PENDING", null, changed);
    }

    private void write(long id, NextLine line, String state, @Nullable String hold, int changed) {
        jdbc.sql(
                        "update person_erasure_line set state = :state, hold = :hold, changed = changed + :changed where erasure_id = :id and position = :position")
                .param("state", state)
                .param("hold", hold)
                .param("changed", changed)
                .param("id", id)
                .param("position", line.position())
                .update();
    }

    private void end(long id) {
        jdbc.sql("""
                        update person_erasure e set ended_at = :now, state = if(exists (
                            select 1 from person_erasure_line l where l.erasure_id = e.id and l.state = 'HELD'), 'HELD', 'DONE') where e.id = :id
                        """).param("now", clock.instant()).param("id", id).update();
    }

    /** What was kept is looked at again. */
    void lookAgain() {
        jdbc.sql("""
                        update person_erasure_line l join person_erasure e on e.id = l.erasure_id
                           set l.state = 'PENDING', l.hold = null, e.state = 'RUNNING', e.ended_at = null
                         where e.state = 'HELD' and l.state = 'HELD'
                        """).update();
    }

    @Transactional(readOnly = true)
    Optional<Erasure> of(DataSubject.Kind kind, long personId) {
        return jdbc.sql(SELECT + " where person_kind = ? and person_id = ?")
                .params(kind.name(), personId)
                .query(Erasure.class)
                .optional();
    }

    /** The latest, newest first. */
    @Transactional(readOnly = true)
    List<Erasure> latest() {
        return jdbc.sql(SELECT + " order by id desc limit 100")
                .query(Erasure.class)
                .list();
    }

    @Transactional(readOnly = true)
    List<ErasureLine> lines(long id) {
        return jdbc.sql(
                        "select unit, kind, state, changed as count, hold from person_erasure_line where erasure_id = ? order by position")
                .param(id)
                .query(ErasureLine.class)
                .list();
    }
}

package fr.allervers.allocation.minutes;

import fr.allervers.allocation.ballot.BallotText;
import fr.allervers.allocation.ballot.Canonical;
import fr.allervers.allocation.committee.RulesBook;
import fr.allervers.allocation.session.AllocationSession;
import fr.allervers.allocation.session.SessionDiary;
import fr.allervers.allocation.session.SessionNotices;
import fr.allervers.allocation.session.SessionRights;
import fr.allervers.allocation.session.SessionRows;
import fr.allervers.allocation.session.SessionState;
import fr.allervers.documents.DocumentStore;
import fr.allervers.documents.PdfDocuments;
import fr.allervers.shared.web.UserError;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The minutes of sessions: sealed by the president's signature, never changed; annulled with a reason, then signed anew. */
@Component
@Transactional
public class SessionMinutes {

    private static final String SELECT = """
        select id, session_id, version_no, seal, file_id, signed_at, signed_by, annulled_at, annulled_by, annulled_why from session_minutes
        """;

    private final SessionRows sessions;
    private final SessionRights rights;
    private final SessionDiary diary;
    private final SessionNotices notices;
    private final RulesBook rules;
    private final MinutesContent content;
    private final PdfDocuments pdf;
    private final DocumentStore documents;
    private final JdbcClient jdbc;
    private final Clock clock;

    SessionMinutes(
            SessionRows sessions,
            SessionRights rights,
            SessionDiary diary,
            SessionNotices notices,
            RulesBook rules,
            MinutesContent content,
            PdfDocuments pdf,
            DocumentStore documents,
            JdbcClient jdbc,
            Clock clock) {
        this.sessions = sessions;
        this.rights = rights;
        this.diary = diary;
        this.notices = notices;
        this.rules = rules;
        this.content = content;
        this.pdf = pdf;
        this.documents = documents;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All versions for those who may see the session, the newest first. */
    @Transactional(readOnly = true)
    public List<Minutes> of(long sessionId) {
        rights.requireReader(sessions.require(sessionId));
        return jdbc.sql(SELECT + " where session_id = ? order by version_no desc")
                .param(sessionId)
                .query(Minutes.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Minutes> valid(long sessionId) {
        return of(sessionId).stream().filter(Minutes::valid).findFirst();
    }

    /** The sealed text of a version. */
    @Transactional(readOnly = true)
    public String json(Minutes minutes) {
        rights.requireReader(sessions.require(minutes.sessionId()));
        return jdbc.sql("select content from session_minutes where id = ?")
                .param(minutes.id())
                .query(String.class)
                .single();
    }

    /** Recounts a version as the offline command does. */
    @Transactional(readOnly = true)
    public Recount.Report recount(Minutes minutes) {
        return Recount.of(json(minutes), minutes.seal());
    }

    /** The president signs the minutes of a closed session. */
    public void sign(long sessionId) {
        var session = sessions.lock(sessionId);
        var president = rights.requirePresident(session);
        if (session.state() != SessionState.CLOSED) {
            throw notSo();
        }
        write(session, president.displayName(), president.username());
        sessions.update(sessionId, Set.of(SessionState.CLOSED), "state = 'SIGNED', signed_at = ?", clock.instant());
    }

    private void write(AllocationSession session, String signer, String by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var tree = content.of(session, rules.require(session.rulesId()), signer, now);
        var text = Canonical.write(tree);
        var report = Recount.of(text, "");
        if (!report.good()) {
            throw new IllegalStateException("Minutes that do not add up are not signed: " + report.faults());
        }
        var seal = Canonical.sha256(text);
        var version = jdbc.sql("select coalesce(max(version_no), 0) + 1 from session_minutes where session_id = ?")
                .param(session.id())
                .query(Integer.class)
                .single();
        var page = pdf.render(
                "allocation/minutes-pdf",
                Map.of(
                        "minutes",
                        BallotText.plain(BallotText.tree(text)),
                        "say",
                        new MinutesWords(),
                        "seal",
                        seal,
                        "version",
                        version));
        var file = documents.store(
                "proces-verbal-" + session.id() + "-" + version + ".pdf",
                "application/pdf",
                new ByteArrayInputStream(page),
                by);
        jdbc.sql("insert into session_minutes (session_id, version_no, content, seal, file_id, signed_at,"
                        + " signed_by) values (?, ?, ?, ?, ?, ?, ?)")
                .params(session.id(), version, text, seal, file.id(), now, signer)
                .update();
        diary.note(session.id(), null, SessionDiary.Kind.MINUTES, "v" + version + " " + seal);
        notices.minutesSigned(session, version);
    }

    /** The president annuls valid minutes, which stay with the reason, and signs them anew. */
    public void annul(long sessionId, String why) {
        var session = sessions.lock(sessionId);
        var president = rights.requirePresident(session);
        if (why.isBlank() || why.length() > 500) {
            throw new UserError("allocation.session.error.why");
        }
        var changed = jdbc.sql("update session_minutes set annulled_at = ?, annulled_by = ?, annulled_why = ? where"
                        + " session_id = ? and annulled_at is null")
                .params(clock.instant(), president.displayName(), why.strip(), sessionId)
                .update();
        if (changed == 0) {
            throw notSo();
        }
        diary.note(sessionId, null, SessionDiary.Kind.ANNULLED, why.strip());
        write(session, president.displayName(), president.username());
    }

    private static UserError notSo() {
        return new UserError(HttpStatus.CONFLICT, "allocation.session.error.not-so");
    }
}

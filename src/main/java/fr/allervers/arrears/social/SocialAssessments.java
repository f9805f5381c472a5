package fr.allervers.arrears.social;

import fr.allervers.arrears.diary.ArrearsDiary;
import fr.allervers.arrears.prevention.ArrearsCase;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.shared.sealed.ValueSealing;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.Timeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Social assessments. Social advisors write them, and read them with the director of the agency; everybody else on the case learns that
 * there is one, and of when.
 */
@Component
@Transactional
public class SocialAssessments {

    private static final String RIGHTS = "social_assessment.rights";
    private static final String OPINION = "social_assessment.opinion";
    private static final String SELECT = """
            select a.id, a.case_id, a.adults, a.children, a.rent_cents, a.debit_day, a.rights, a.opinion, coalesce(s.display_name, a.made_by) as made_by_name,
                   a.made_at, a.done_at, a.version
              from social_assessment a left join staff_member s on s.username = a.made_by
            """;

    private final JdbcClient jdbc;
    private final ValueSealing sealing;
    private final ArrearsCases arrears;
    private final ArrearsDiary diary;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    SocialAssessments(
            JdbcClient jdbc,
            ValueSealing sealing,
            ArrearsCases arrears,
            ArrearsDiary diary,
            CurrentStaff currentStaff,
            Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.arrears = arrears;
        this.diary = diary;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** What an advisor typed; amounts are checked not to be below zero. */
    public record Written(
            int adults,
            int children,
            long rentCents,
            @Nullable Integer debitDay,
            Set<Right> rights,
            String opinion,
            int version,
            List<Assessment.Line> lines) {}

    public boolean mayRead(StaffMember reader, long agencyId) {
        return reader.isAny(Role.SOCIAL_ADVISOR, Role.DIRECTOR) && reader.worksFor(agencyId);
    }

    public boolean mayWrite(StaffMember reader, long agencyId) {
        return reader.is(Role.SOCIAL_ADVISOR) && reader.worksFor(agencyId);
    }

    /** When the last assessment was done: all that those may know who may not read it. */
    @Transactional(readOnly = true)
    public Optional<Instant> lastDoneAt(long caseId) {
        arrears.require(caseId);
        return jdbc.sql(
                        "select done_at from social_assessment where case_id = ? and state = 'DONE' order by id desc limit 1")
                .param(caseId)
                .query((row, number) -> row.getTimestamp("done_at").toInstant())
                .optional();
    }

    /** The draft of this case, for its writers. */
    @Transactional(readOnly = true)
    public Optional<Assessment> draft(long caseId) {
        requireReader(caseId);
        return find(" where a.draft_case_id = ?", caseId);
    }

    /** The assessment done last, for its readers. */
    @Transactional(readOnly = true)
    public Optional<Assessment> latestDone(long caseId) {
        requireReader(caseId);
        return find(" where a.case_id = ? and a.state = 'DONE' order by a.id desc limit 1", caseId);
    }

    /**
     * Writes the draft.
     *
     * @throws UserError 409 when a colleague changed it meanwhile
     */
    public void save(long caseId, Written written) {
        var of = requireWriter(caseId);
        var draft = find(" where a.draft_case_id = ?", caseId);
        var id = draft.isEmpty() ? insert(of, written) : update(draft.get(), written);
        jdbc.sql("delete from assessment_line where assessment_id = ?")
                .param(id)
                .update();
        for (var number = 0; number < written.lines().size(); number++) {
            var line = written.lines().get(number);
            jdbc.sql(
                            "insert into assessment_line (assessment_id, number, side, kind, person, month_cents, total_cents) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            number,
                            line.side().name(),
                            line.kind().name(),
                            line.person(),
                            line.monthCents(),
                            line.totalCents())
                    .update();
        }
    }

    private long insert(ArrearsCase of, Written written) {
        try {
            return jdbc.sql("""
                            insert into social_assessment (case_id, household_id, agency_id, state, adults, children, rent_cents, debit_day, rights, opinion, made_by, made_at)
                            values (?, ?, ?, 'DRAFT', ?, ?, ?, ?, ?, ?, ?, ?) returning id
                            """)
                    .params(Arrays.asList(
                            of.id(),
                            of.householdId(),
                            of.agencyId(),
                            written.adults(),
                            written.children(),
                            written.rentCents(),
                            written.debitDay(),
                            sealing.seal(RIGHTS, names(written.rights())),
                            sealing.seal(OPINION, written.opinion()),
                            currentStaff.require().username(),
                            clock.instant()))
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw changed();
        }
    }

    private long update(Assessment draft, Written written) {
        var updated = jdbc.sql("""
                        update social_assessment set adults = ?, children = ?, rent_cents = ?, debit_day = ?, rights = ?, opinion = ?, made_by = ?, made_at = ?,
                               version = version + 1 where id = ? and version = ? and state = 'DRAFT'
                        """)
                .params(Arrays.asList(
                        written.adults(),
                        written.children(),
                        written.rentCents(),
                        written.debitDay(),
                        sealing.seal(RIGHTS, names(written.rights())),
                        sealing.seal(OPINION, written.opinion()),
                        currentStaff.require().username(),
                        clock.instant(),
                        draft.id(),
                        written.version()))
                .update();
        if (updated == 0) {
            throw changed();
        }
        return draft.id();
    }

    /** The draft is done: it stays as it is, and the case tells that there is one. */
    public void finish(long caseId) {
        var of = requireWriter(caseId);
        var done = jdbc.sql("update social_assessment set state = 'DONE', done_at = ? where draft_case_id = ?")
                .params(clock.instant(), caseId)
                .update();
        if (done == 0) {
            throw changed();
        }
        diary.note(of, Timeline.Kind.DECISION, "social.log.done");
    }

    private Optional<Assessment> find(String where, long caseId) {
        return jdbc.sql(SELECT + where).param(caseId).query(this::read).optional();
    }

    private Assessment read(ResultSet row, int number) throws SQLException {
        var id = row.getLong("id");
        var debitDay = row.getInt("debit_day");
        var noDebitDay = row.wasNull();
        var doneAt = row.getTimestamp("done_at");
        return new Assessment(
                id,
                row.getLong("case_id"),
                row.getInt("adults"),
                row.getInt("children"),
                row.getLong("rent_cents"),
                noDebitDay ? null : debitDay,
                rights(sealing.openText(RIGHTS, row.getString("rights"))),
                sealing.openText(OPINION, row.getString("opinion")),
                row.getString("made_by_name"),
                row.getTimestamp("made_at").toInstant(),
                doneAt == null ? null : doneAt.toInstant(),
                row.getInt("version"),
                lines(id));
    }

    private List<Assessment.Line> lines(long id) {
        return jdbc.sql(
                        "select kind, person, month_cents, total_cents from assessment_line where assessment_id = ? order by number")
                .param(id)
                .query(Assessment.Line.class)
                .list();
    }

    private static Set<Right> rights(String names) {
        return names.isEmpty()
                ? Set.of()
                : Arrays.stream(names.split(","))
                        .map(Right::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
    }

    private static String names(Set<Right> rights) {
        return rights.stream().map(Right::name).sorted().collect(Collectors.joining(","));
    }

    private ArrearsCase requireReader(long caseId) {
        var of = arrears.require(caseId);
        if (!mayRead(currentStaff.require(), of.agencyId())) {
            throw new AccessDeniedException("Social assessments are for the social service");
        }
        return of;
    }

    private ArrearsCase requireWriter(long caseId) {
        var of = arrears.require(caseId);
        if (!mayWrite(currentStaff.require(), of.agencyId())) {
            throw new AccessDeniedException("Social assessments are written by the social service");
        }
        return of;
    }

    private static UserError changed() {
        return new UserError(HttpStatus.CONFLICT, "social.changed");
    }
}

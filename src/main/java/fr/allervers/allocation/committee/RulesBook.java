package fr.allervers.allocation.committee;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All versions of the règlement intérieur. Who works for the whole landlord adds one; none is ever changed. */
@Component
@Transactional(readOnly = true)
public class RulesBook {

    private static final String SELECT = """
        select id, version_no, valid_from, adopted_on, quorum_members, visio_allowed, written_allowed, notice_days, debate_hours, vote_hours,
               live_vote_minutes, mandates, mayor_absent, condition_days, reminder_hours, source, to_confirm
          from committee_rules
        """;

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    RulesBook(JdbcClient jdbc, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** The newest first. */
    public List<CommitteeRules> versions() {
        return jdbc.sql(SELECT + " order by valid_from desc, id desc")
                .query(CommitteeRules.class)
                .list();
    }

    public CommitteeRules require(long id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(CommitteeRules.class)
                .single();
    }

    /** The version in force on this day. */
    public CommitteeRules inForce(LocalDate day) {
        return jdbc.sql(SELECT + " where valid_from <= ? order by valid_from desc limit 1")
                .param(day)
                .query(CommitteeRules.class)
                .optional()
                .orElseThrow(() -> new UserError(HttpStatus.CONFLICT, "committee.error.no-rules"));
    }

    /**
     * Adds a version; its id and number are given here.
     *
     * @throws UserError when its first day is past or taken, or a figure makes no sense
     */
    @Transactional
    public void add(CommitteeRules rules) {
        Committees.requireWhole(currentStaff.require());
        if (rules.validFrom().isBefore(LocalDate.now(clock))) {
            throw new UserError("committee.error.past");
        }
        if (rules.quorumMembers() < 1
                || rules.liveVoteMinutes() < 1
                || rules.voteHours() < 1
                || rules.conditionDays() < 1
                || rules.noticeDays() < 0
                || rules.debateHours() < 0
                || rules.mandates() < 0
                || rules.reminderHours() < 0
                || rules.source().isBlank()) {
            throw new UserError("committee.error.rules");
        }
        try {
            jdbc.sql("""
                insert into committee_rules (version_no, valid_from, adopted_on, quorum_members, visio_allowed, written_allowed, notice_days, debate_hours,
                                             vote_hours, live_vote_minutes, mandates, mayor_absent, condition_days, reminder_hours, source, to_confirm, entered_by, entered_at)
                select max(version_no) + 1, :validFrom, :adoptedOn, :quorumMembers, :visioAllowed, :writtenAllowed, :noticeDays, :debateHours,
                       :voteHours, :liveVoteMinutes, :mandates, :mayor, :conditionDays, :reminderHours, :source, :toConfirm, :by, :at from committee_rules
                """)
                    .param("validFrom", rules.validFrom())
                    .param("adoptedOn", rules.adoptedOn())
                    .param("quorumMembers", rules.quorumMembers())
                    .param("visioAllowed", rules.visioAllowed())
                    .param("writtenAllowed", rules.writtenAllowed())
                    .param("noticeDays", rules.noticeDays())
                    .param("debateHours", rules.debateHours())
                    .param("voteHours", rules.voteHours())
                    .param("liveVoteMinutes", rules.liveVoteMinutes())
                    .param("mandates", rules.mandates())
                    .param("mayor", rules.mayorAbsent().name())
                    .param("conditionDays", rules.conditionDays())
                    .param("reminderHours", rules.reminderHours())
                    .param("source", rules.source().strip())
                    .param("toConfirm", rules.toConfirm())
                    .param("by", currentStaff.require().username())
                    .param("at", clock.instant())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "committee.error.rules-day");
        }
    }
}

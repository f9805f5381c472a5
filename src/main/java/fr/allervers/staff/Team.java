package fr.allervers.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One's colleagues and their absences, for supervisors and administrators, within their agencies. */
@Component
public class Team {

    private static final int LONGEST_ABSENCE_MONTHS = 12;

    private final JdbcClient jdbc;
    private final StaffDirectory directory;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    Team(JdbcClient jdbc, StaffDirectory directory, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /**
     * A colleague as listed.
     *
     * @param agencies names of their agencies; none for all
     */
    public record Colleague(long id, String name, List<Role> roles, List<String> agencies, boolean absentToday) {}

    /** An absence that is not over, both days included. */
    public record AbsenceLine(
            long id,
            String name,
            LocalDate fromDay,
            LocalDate toDay,
            @Nullable String standIn) {}

    /** Why an absence is not noted. */
    public enum Refusal {
        END_BEFORE_BEGIN,
        OVER,
        TOO_LONG,
        STANDS_IN_FOR_ONESELF,
        STAND_IN_ABSENT,
        OVERLAPS
    }

    /** Everybody of the reader's agencies, by name. */
    @Transactional(readOnly = true)
    public List<Colleague> colleagues() {
        requireRight();
        return jdbc.sql("""
                        select s.id, s.display_name, s.all_agencies,
                               (select group_concat(r.role order by r.role) from staff_role r where r.staff_id = s.id) as roles,
                               (select group_concat(a.name order by a.name separator '\\n') from staff_agency sa join agency a on a.id = sa.agency_id
                                 where sa.staff_id = s.id) as agencies,
                               exists (select 1 from absence ab where ab.staff_id = s.id and :today between ab.from_day and ab.to_day) as absent
                          from staff_member s where s.active and (s.all_agencies or :everybody
                               or exists (select 1 from staff_agency x where x.staff_id = s.id and x.agency_id in (:mine)))
                         order by s.display_name, s.id
                        """)
                .param("today", LocalDate.now(clock))
                .param("everybody", reader().allAgencies())
                .param("mine", reader().agenciesOrNone())
                .query(Team::colleague)
                .list();
    }

    /** Absences of these people that are not over, soonest first. */
    @Transactional(readOnly = true)
    public List<AbsenceLine> absences() {
        requireRight();
        return jdbc.sql("""
                        select a.id, s.display_name as name, a.from_day, a.to_day, i.display_name as stand_in
                          from absence a join staff_member s on s.id = a.staff_id left join staff_member i on i.id = a.stand_in_id
                         where a.to_day >= :today and (s.all_agencies or :everybody
                               or exists (select 1 from staff_agency x where x.staff_id = s.id and x.agency_id in (:mine)))
                         order by a.from_day, a.id limit 200
                        """)
                .param("today", LocalDate.now(clock))
                .param("everybody", reader().allAgencies())
                .param("mine", reader().agenciesOrNone())
                .query(AbsenceLine.class)
                .list();
    }

    /** Notes an absence, both days included; nothing is noted when a reason against it is given back. */
    @Transactional
    public @Nullable Refusal noteAbsence(long staffId, LocalDate from, LocalDate to, @Nullable Long standInId) {
        requireColleague(staffId);
        var refusal = refusal(staffId, from, to, standInId);
        if (refusal == null) {
            directory.noteAbsence(staffId, from, to, standInId);
        }
        return refusal;
    }

    /** Takes an absence back; one that is not there any more is none. */
    @Transactional
    public void removeAbsence(long id) {
        requireRight();
        jdbc.sql("select staff_id from absence where id = ?")
                .param(id)
                .query(Long.class)
                .optional()
                .ifPresent(staffId -> {
                    requireColleague(staffId);
                    directory.removeAbsence(id);
                });
    }

    private @Nullable Refusal refusal(long staffId, LocalDate from, LocalDate to, @Nullable Long standInId) {
        if (to.isBefore(from)) {
            return Refusal.END_BEFORE_BEGIN;
        }
        if (to.isBefore(LocalDate.now(clock))) {
            return Refusal.OVER;
        }
        if (to.isAfter(from.plusMonths(LONGEST_ABSENCE_MONTHS))) {
            return Refusal.TOO_LONG;
        }
        // Two supervisors at the same person's page wait for each other here.
        jdbc.sql("select id from staff_member where id = ? for update")
                .param(staffId)
                .query(Long.class)
                .single();
        if (isAway(staffId, from, to)) {
            return Refusal.OVERLAPS;
        }
        if (standInId == null) {
            return null;
        }
        requireColleague(standInId);
        if (standInId == staffId) {
            return Refusal.STANDS_IN_FOR_ONESELF;
        }
        return isAway(standInId, from, to) ? Refusal.STAND_IN_ABSENT : null;
    }

    private boolean isAway(long staffId, LocalDate from, LocalDate to) {
        return jdbc.sql("select count(*) from absence where staff_id = ? and from_day <= ? and to_day >= ?")
                        .params(staffId, to, from)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void requireColleague(long staffId) {
        requireRight();
        var reader = reader();
        var person = directory.byIds(List.of(staffId)).get(staffId);
        if (person == null
                || (!reader.allAgencies()
                        && !person.allAgencies()
                        && person.agencies().stream().noneMatch(reader::worksFor))) {
            throw new AccessDeniedException("Somebody of another agency");
        }
    }

    private void requireRight() {
        if (!reader().isAny(Role.SUPERVISOR, Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("The team is for supervisors and administrators");
        }
    }

    private StaffMember reader() {
        return currentStaff.require();
    }

    private static Colleague colleague(ResultSet row, int number) throws SQLException {
        var agencies = row.getString("agencies");
        return new Colleague(
                row.getLong("id"),
                row.getString("display_name"),
                Arrays.stream(Objects.requireNonNullElse(row.getString("roles"), "")
                                .split(","))
                        .filter(role -> !role.isEmpty())
                        .map(Role::valueOf)
                        .toList(),
                row.getBoolean("all_agencies") || agencies == null ? List.of() : List.of(agencies.split("\n")),
                row.getBoolean("absent"));
    }
}

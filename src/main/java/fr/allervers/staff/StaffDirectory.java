package fr.allervers.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The landlord's people, their roles, agencies and absences. */
@Component
@Transactional(readOnly = true)
public class StaffDirectory {

    private static final String PEOPLE = """
            select s.id, s.username, s.display_name, s.language, s.all_agencies,
                   (select group_concat(r.role) from staff_role r where r.staff_id = s.id) as roles,
                   (select group_concat(a.agency_id) from staff_agency a where a.staff_id = s.id) as agencies
              from staff_member s
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffDirectory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<StaffMember> byUsername(String username) {
        return jdbc.sql(PEOPLE + " where s.active and s.username = ?")
                .param(username)
                .query(StaffDirectory::person)
                .optional();
    }

    public Map<Long, StaffMember> byIds(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(PEOPLE + " where s.id in (:ids)").param("ids", ids).query(StaffDirectory::person).stream()
                .collect(Collectors.toMap(StaffMember::id, Function.identity()));
    }

    /** Active people with this role, by name; those of one agency only when it is given. */
    public List<StaffMember> withRole(Role role, @Nullable Long agencyId) {
        return jdbc.sql(PEOPLE + """
                         where s.active and exists (select 1 from staff_role r where r.staff_id = s.id and r.role = :role)
                           and (:agency is null or s.all_agencies
                                or exists (select 1 from staff_agency a where a.staff_id = s.id and a.agency_id = :agency))
                         order by s.display_name, s.id
                        """)
                .param("role", role.name())
                .param("agency", agencyId)
                .query(StaffDirectory::person)
                .list();
    }

    public boolean isAbsent(long staffId, LocalDate day) {
        return absence(staffId, day).isPresent();
    }

    /** Who stands in for this person on this day: the stand-in named with an absence who is there, else nobody. */
    public Optional<StaffMember> standIn(long staffId, LocalDate day) {
        return absence(staffId, day)
                .map(Absence::standInId)
                .filter(id -> !isAbsent(id, day))
                .flatMap(id -> byIds(Set.of(id)).values().stream().findFirst());
    }

    /** Notes an absence, both days included; {@code standInId} may be empty. */
    @Transactional
    public void noteAbsence(long staffId, LocalDate from, LocalDate to, @Nullable Long standInId) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("An absence ends before it begins");
        }
        jdbc.sql("insert into absence (staff_id, from_day, to_day, stand_in_id) values (?, ?, ?, ?)")
                .params(Arrays.asList(staffId, from, to, standInId))
                .update();
    }

    /** Absences that are not over yet, soonest first. */
    public List<Absence> absences() {
        return jdbc.sql(
                        "select id, staff_id, from_day, to_day, stand_in_id from absence where to_day >= ? order by from_day, id")
                .param(LocalDate.now(clock))
                .query(Absence.class)
                .list();
    }

    @Transactional
    public void removeAbsence(long id) {
        jdbc.sql("delete from absence where id = ?").param(id).update();
    }

    private Optional<Absence> absence(long staffId, LocalDate day) {
        return jdbc.sql(
                        "select id, staff_id, from_day, to_day, stand_in_id from absence where staff_id = ? and ? between from_day and to_day order by id limit 1")
                .params(staffId, day)
                .query(Absence.class)
                .optional();
    }

    /** An absence, both days included. */
    public record Absence(
            long id,
            long staffId,
            LocalDate fromDay,
            LocalDate toDay,
            @Nullable Long standInId) {}

    private static StaffMember person(ResultSet row, int number) throws SQLException {
        return new StaffMember(
                row.getLong("id"),
                row.getString("username"),
                row.getString("display_name"),
                split(row.getString("roles"), Role::valueOf),
                split(row.getString("agencies"), Long::valueOf),
                row.getBoolean("all_agencies"),
                row.getString("language"));
    }

    private static <T> Set<T> split(@Nullable String values, Function<String, T> read) {
        return values == null
                ? Set.of()
                : Arrays.stream(values.split(",")).map(read).collect(Collectors.toUnmodifiableSet());
    }
}

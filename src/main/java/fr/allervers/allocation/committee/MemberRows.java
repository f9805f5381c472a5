package fr.allervers.allocation.committee;

import fr.allervers.shared.web.UserError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of members and of the communes of their seats. */
@Component
class MemberRows {

    private static final String SELECT = """
        select m.id, m.committee_id, m.staff_id, s.display_name as name, s.email, m.capacity, m.substitute_of, m.reservation_holder, m.from_day, m.to_day,
               (select group_concat(p.insee order by p.insee) from committee_member_place p where p.member_id = m.id) as places
          from committee_member m join staff_member s on s.id = m.staff_id
        """;

    private final JdbcClient jdbc;

    MemberRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those who sit on this day or later, the six first, substitutes after whom they stand in for. */
    List<Member> of(long committeeId, LocalDate day) {
        return jdbc.sql(SELECT + """
             where m.committee_id = ? and (m.to_day is null or m.to_day >= ?)
             order by field(m.capacity, 'BOARD', 'TENANTS', 'MAYOR', 'PREFECT', 'EPCI', 'MANDATOR') = 0,
                      field(m.capacity, 'BOARD', 'TENANTS', 'MAYOR', 'PREFECT', 'EPCI', 'MANDATOR'),
                      coalesce(m.substitute_of, m.id), m.substitute_of is not null, m.id
            """)
                .params(committeeId, day)
                .query(MemberRows::member)
                .list();
    }

    Member require(long committeeId, long id) {
        return jdbc.sql(SELECT + " where m.id = ? and m.committee_id = ?")
                .params(id, committeeId)
                .query(MemberRows::member)
                .optional()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "committee.error.unknown-member"));
    }

    long insert(
            long committeeId,
            long staffId,
            Capacity capacity,
            Set<String> places,
            @Nullable String holder,
            @Nullable Long substituteOf,
            LocalDate from) {
        var id = jdbc.sql("""
            insert into committee_member (committee_id, staff_id, capacity, reservation_holder, substitute_of, from_day)
            values (?, ?, ?, ?, ?, ?) returning id
            """)
                .params(Arrays.asList(
                        committeeId,
                        staffId,
                        capacity.name(),
                        holder == null ? null : holder.strip(),
                        substituteOf,
                        from))
                .query(Long.class)
                .single();
        places.forEach(insee -> jdbc.sql("insert into committee_member_place (member_id, insee) values (?, ?)")
                .params(id, insee)
                .update());
        return id;
    }

    void end(long id, LocalDate day) {
        jdbc.sql("update committee_member set to_day = ? where id = ? or substitute_of = ?")
                .params(day, id, id)
                .update();
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        var places = row.getString("places");
        var to = row.getDate("to_day");
        return new Member(
                row.getLong("id"),
                row.getLong("committee_id"),
                row.getLong("staff_id"),
                row.getString("name"),
                row.getString("email"),
                Capacity.valueOf(row.getString("capacity")),
                row.getObject("substitute_of", Long.class),
                row.getString("reservation_holder"),
                places == null ? Set.of() : new TreeSet<>(Arrays.asList(places.split(","))),
                row.getDate("from_day").toLocalDate(),
                to == null ? null : to.toLocalDate());
    }
}

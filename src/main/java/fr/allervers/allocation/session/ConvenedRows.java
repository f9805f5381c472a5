package fr.allervers.allocation.session;

import fr.allervers.allocation.committee.Member;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is convened to a session. It asks for no right. */
@Component
public class ConvenedRows {

    private static final String SELECT = """
        select member_id, staff_id, name, email, capacity, substitute_of, reservation_holder, places, replaced_by, mandate_to from session_member
        """;

    private final JdbcClient jdbc;

    ConvenedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The deliberative first, substitutes after whom they stand in for. */
    public List<Convened> of(long sessionId) {
        return jdbc.sql(SELECT + """
             where session_id = ?
             order by field(capacity, 'BOARD', 'TENANTS', 'MAYOR', 'PREFECT', 'EPCI', 'MANDATOR') = 0,
                      field(capacity, 'BOARD', 'TENANTS', 'MAYOR', 'PREFECT', 'EPCI', 'MANDATOR'),
                      coalesce(substitute_of, member_id), substitute_of is not null, member_id
            """).param(sessionId).query(Convened.class).list();
    }

    /** This person as convened; who has two seats is convened in the first. */
    public Optional<Convened> ofStaff(long sessionId, long staffId) {
        return jdbc.sql(SELECT
                        + " where session_id = ? and staff_id = ? order by substitute_of is not null,"
                        + " member_id limit 1")
                .params(sessionId, staffId)
                .query(Convened.class)
                .optional();
    }

    void insert(long sessionId, Member member) {
        jdbc.sql("""
            insert into session_member (session_id, member_id, staff_id, name, email, capacity, substitute_of, reservation_holder, places)
            values (:session, :member, :staff, :name, :email, :capacity, :substitute, :holder, :places)
            """)
                .param("session", sessionId)
                .param("member", member.id())
                .param("staff", member.staffId())
                .param("name", member.name())
                .param("email", member.email())
                .param("capacity", member.capacity().name())
                .param("substitute", member.substituteOf())
                .param("holder", member.reservationHolder())
                .param("places", String.join(",", member.places()))
                .update();
    }

    void replace(long sessionId, long memberId, @Nullable Long substitute) {
        jdbc.sql("update session_member set replaced_by = :substitute where session_id = :session and member_id"
                        + " = :member")
                .param("substitute", substitute)
                .param("session", sessionId)
                .param("member", memberId)
                .update();
    }

    void mandate(long sessionId, long memberId, @Nullable Long to) {
        jdbc.sql("update session_member set mandate_to = :to where session_id = :session and member_id = :member")
                .param("to", to)
                .param("session", sessionId)
                .param("member", memberId)
                .update();
    }
}

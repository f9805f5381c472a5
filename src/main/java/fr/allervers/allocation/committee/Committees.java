package fr.allervers.allocation.committee;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The landlord's committees and their members; allocation officers of the committee's agency change them. */
@Component
@Transactional
public class Committees {

    private static final String SELECT =
            "select id, name, agency_id, president_id, president_elected_on from committee";

    private final JdbcClient jdbc;
    private final MemberRows members;
    private final StaffDirectory staff;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    Committees(JdbcClient jdbc, MemberRows members, StaffDirectory staff, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.staff = staff;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** Those of the signed-in officer's agencies. */
    @Transactional(readOnly = true)
    public List<Committee> mine() {
        var me = currentStaff.require();
        return jdbc.sql(SELECT + " order by name").query(Committee.class).list().stream()
                .filter(committee -> mayRun(me, committee.agencyId()))
                .toList();
    }

    /** This committee, for those who run it. */
    @Transactional(readOnly = true)
    public Committee require(long id) {
        var committee = find(id).orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "committee.error.unknown"));
        if (!mayRun(currentStaff.require(), committee.agencyId())) {
            throw new AccessDeniedException("Another agency's committee");
        }
        return committee;
    }

    private Optional<Committee> find(long id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(Committee.class)
                .optional();
    }

    /** Everybody who sits today or will, the six first; for those who run it. */
    @Transactional(readOnly = true)
    public List<Member> members(long committeeId) {
        return members.of(require(committeeId).id(), LocalDate.now(clock));
    }

    public long add(String name, @Nullable Long agencyId) {
        if (!mayRun(currentStaff.require(), agencyId)) {
            throw new AccessDeniedException("Another agency's committee");
        }
        if (name.isBlank() || name.length() > 120) {
            throw new UserError("committee.error.name");
        }
        try {
            return jdbc.sql("insert into committee (name, agency_id) values (?, ?) returning id")
                    .params(Arrays.asList(name.strip(), agencyId))
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "committee.error.name-taken");
        }
    }

    /**
     * Gives somebody a seat from this day on.
     *
     * @param places INSEE codes; needed by the seats of a commune
     * @param substituteOf the member whose capacity and places the substitute has
     */
    public long addMember(
            long committeeId,
            long staffId,
            Capacity capacity,
            Set<String> places,
            @Nullable String holder,
            @Nullable Long substituteOf,
            LocalDate from) {
        var committee = require(committeeId);
        var person = staff.byIds(Set.of(staffId)).get(staffId);
        if (person == null || !person.is(Role.COMMITTEE_MEMBER)) {
            throw new UserError("committee.error.person");
        }
        if (substituteOf != null) {
            var seat = members.require(committee.id(), substituteOf);
            return members.insert(
                    committee.id(), staffId, seat.capacity(), seat.places(), seat.reservationHolder(), seat.id(), from);
        }
        if (capacity.ofPlaces() && places.isEmpty()) {
            throw new UserError("committee.error.places");
        }
        if (capacity == Capacity.RESERVATION_HOLDER && (holder == null || holder.isBlank())) {
            throw new UserError("committee.error.holder");
        }
        return members.insert(committee.id(), staffId, capacity, places, holder, null, from);
    }

    /** Ends a membership with today; what was convened or voted stays. */
    public void endMember(long committeeId, long memberId) {
        require(committeeId);
        members.end(members.require(committeeId, memberId).id(), LocalDate.now(clock));
        jdbc.sql("update committee set president_id = null, president_elected_on = null where id = ? and"
                        + " president_id = ?")
                .params(committeeId, memberId)
                .update();
    }

    /** Notes whom the six elected: one of them, at the absolute majority; the oldest where they are even. */
    public void electPresident(long committeeId, long memberId, LocalDate on) {
        require(committeeId);
        var elected = members.require(committeeId, memberId);
        if (!elected.capacity().ofTheSix() || elected.substituteOf() != null || !elected.sitsOn(LocalDate.now(clock))) {
            throw new UserError("committee.error.president");
        }
        jdbc.sql("update committee set president_id = ?, president_elected_on = ? where id = ?")
                .params(memberId, on, committeeId)
                .update();
    }

    /** Whether the person runs committees of this agency; one of the whole landlord is for who works for all of it. */
    public static boolean mayRun(StaffMember person, @Nullable Long agencyId) {
        return person.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR, Role.DIRECTOR)
                && (person.allAgencies() || (agencyId != null && person.worksFor(agencyId)));
    }

    static void requireWhole(StaffMember person) {
        if (!mayRun(person, null)) {
            throw new AccessDeniedException("The règlement is the whole landlord's");
        }
    }
}

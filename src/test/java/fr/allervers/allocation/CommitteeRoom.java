package fr.allervers.allocation;

import fr.allervers.allocation.ballot.CastBallot;
import fr.allervers.allocation.ballot.VoteOpening;
import fr.allervers.allocation.ballot.Voting;
import fr.allervers.allocation.committee.Capacity;
import fr.allervers.allocation.committee.Committees;
import fr.allervers.allocation.count.Mark;
import fr.allervers.allocation.session.AllocationSessions;
import fr.allervers.allocation.session.SessionCourse;
import fr.allervers.allocation.session.SessionMode;
import fr.allervers.allocation.session.SessionPlan;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.Fixture;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes committees and sessions for a test. Import it together with {@link Applicants}. */
@Fixture
public class CommitteeRoom {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Applicants applicants;
    private final Committees committees;
    private final AllocationSessions sessions;
    private final SessionCourse course;
    private final VoteOpening opening;
    private final Voting voting;
    private final Candidacies candidacies;
    private final Tenants tenants;
    private final People people;
    private final MovableClock clock;
    private final JdbcClient jdbc;

    CommitteeRoom(
            Applicants applicants,
            Committees committees,
            AllocationSessions sessions,
            SessionCourse course,
            VoteOpening opening,
            Voting voting,
            Candidacies candidacies,
            Tenants tenants,
            People people,
            MovableClock clock,
            JdbcClient jdbc) {
        this.applicants = applicants;
        this.committees = committees;
        this.sessions = sessions;
        this.course = course;
        this.opening = opening;
        this.voting = voting;
        this.candidacies = candidacies;
        this.tenants = tenants;
        this.people = people;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Somebody with a seat. */
    public record Seat(long memberId, StaffMember person) {}

    /**
     * A committee and the dwellings before it, all of one commune.
     *
     * @param six the first presides
     */
    public record Room(
            long committeeId,
            long agencyId,
            String insee,
            StaffMember officer,
            List<Seat> six,
            Seat mayor,
            Seat association,
            List<Long> dwellings) {

        public Seat president() {
            return six.get(0);
        }
    }

    /** A committee of six, the mayor of the dwellings' commune and one association, and dwellings with three candidates. */
    public Room room(int dwellings) {
        var agency = tenants.agency();
        var ids = new ArrayList<Long>();
        for (var at = 0; at < dwellings; at++) {
            ids.add(applicants.ready(agency, 3));
        }
        var insee = candidacies.dwelling(ids.get(0)).insee();
        jdbc.sql("update building b join dwelling d on d.building_id = b.id join offered_dwelling o on"
                        + " o.dwelling_id = d.id set b.insee = ? where o.id in ("
                        + ids.toString().replaceAll("[\\[\\]]", "") + ")")
                .param(insee)
                .update();
        var officer = people.somebodyOf(agency, Role.ALLOCATION_OFFICER);
        people.signIn(officer);
        var committee = committees.add("Commission " + NUMBER.incrementAndGet() + "-" + agency, agency);
        var six = new ArrayList<Seat>();
        for (var at = 0; at < 6; at++) {
            six.add(seat(committee, at == 5 ? Capacity.TENANTS : Capacity.BOARD, Set.of()));
        }
        committees.electPresident(committee, six.get(0).memberId(), LocalDate.now(clock));
        var mayor = seat(committee, Capacity.MAYOR, Set.of(insee));
        var association = seat(committee, Capacity.ASSOCIATION, Set.of());
        return new Room(committee, agency, insee, officer, List.copyOf(six), mayor, association, List.copyOf(ids));
    }

    /** A new person in this seat; the officer is signed in. */
    public Seat seat(long committeeId, Capacity capacity, Set<String> places) {
        var person = people.somebody(Role.COMMITTEE_MEMBER);
        jdbc.sql("update staff_member set email = concat(username, '@example.org') where id = ?")
                .param(person.id())
                .update();
        var member = committees.addMember(committeeId, person.id(), capacity, places, null, null, LocalDate.now(clock));
        return new Seat(member, person);
    }

    /** A session of the room's dwellings that opens now (live) or has debated for four hours and votes for a day (written). */
    public long convened(Room room, SessionMode mode) {
        people.signIn(room.officer());
        var now = clock.instant();
        var id = sessions.draft(new SessionPlan(
                room.committeeId(),
                "Séance du jour",
                mode,
                now,
                mode == SessionMode.LIVE ? null : now.plus(Duration.ofHours(4)),
                mode == SessionMode.LIVE ? null : now.plus(Duration.ofHours(28)),
                mode == SessionMode.LIVE ? "https://visio.example.org/caleol" : null,
                null));
        room.dwellings().forEach(dwelling -> sessions.addItem(id, dwelling));
        sessions.convene(id, "Logements vacants depuis longtemps");
        return id;
    }

    /** A live session in which everybody but the association is present. */
    public long live(Room room) {
        var id = convened(room, SessionMode.LIVE);
        people.signIn(room.president().person());
        course.open(id);
        room.six().forEach(seat -> arrive(id, seat));
        arrive(id, room.mayor());
        return id;
    }

    public void arrive(long sessionId, Seat seat) {
        people.signIn(seat.person());
        course.arrive(sessionId);
    }

    /** Opens debate and vote on an item of a live session. */
    public void callVote(Room room, long itemId) {
        people.signIn(room.president().person());
        course.openDebate(itemId, 0);
        opening.call(itemId);
    }

    public List<Long> items(long sessionId) {
        return jdbc.sql("select id from session_item where session_id = ? order by position")
                .param(sessionId)
                .query(Long.class)
                .list();
    }

    public List<Long> candidates(long itemId) {
        return candidacies
                .candidates(jdbc.sql("select offered_dwelling_id from session_item where id = ?")
                        .param(itemId)
                        .query(Long.class)
                        .single())
                .stream()
                .map(Candidate::id)
                .toList();
    }

    public void cast(Seat seat, long itemId, Mark... marks) {
        people.signIn(seat.person());
        voting.cast(itemId, new CastBallot(UUID.randomUUID().toString(), null, List.of(marks)));
    }

    public String state(long itemId) {
        return jdbc.sql("select state from session_item where id = ?")
                .param(itemId)
                .query(String.class)
                .single();
    }
}

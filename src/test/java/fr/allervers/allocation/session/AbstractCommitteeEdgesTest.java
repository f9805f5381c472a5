package fr.allervers.allocation.session;

import fr.allervers.allocation.CommitteeRoom;
import fr.allervers.allocation.CommitteeRoom.Room;
import fr.allervers.allocation.CommitteeRoom.Seat;
import fr.allervers.allocation.committee.Capacity;
import fr.allervers.allocation.committee.Committees;
import fr.allervers.allocation.minutes.SessionMinutes;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A committee with all its seats, and the ways to fill one. */
@ApplicationTest
abstract class AbstractCommitteeEdgesTest {

    @Autowired
    CommitteeRoom rooms;

    @Autowired
    Committees committees;

    @Autowired
    AllocationSessions sessions;

    @Autowired
    SessionCourse course;

    @Autowired
    PresidentTasks president;

    @Autowired
    SessionMinutes minutes;

    @Autowired
    ItemTalk talk;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @AfterEach
    void reset() {
        clock.reset();
        people.signOut();
    }

    Seat seat(Room room, Capacity capacity, Set<String> places, @Nullable String holder, @Nullable Seat of) {
        people.signIn(room.officer());
        var person = people.somebody(Role.COMMITTEE_MEMBER);
        var member = committees.addMember(
                room.committeeId(),
                person.id(),
                capacity,
                places,
                holder,
                of == null ? null : of.memberId(),
                LocalDate.now(clock));
        return new Seat(member, person);
    }

    @Nullable
    Instant due(String kind, long id, String step) {
        return jdbc.sql("select due_at from inbox_item where case_kind = ? and case_id = ? and step = ?")
                .params(kind, id, step)
                .query((row, number) -> row.getTimestamp(1).toLocalDateTime().toInstant(ZoneOffset.UTC))
                .optional()
                .orElse(null);
    }
}

package fr.allervers.allocation.session.web;

import static fr.allervers.allocation.count.Mark.ranked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.allervers.allocation.CommitteeRoom;
import fr.allervers.allocation.ballot.ItemActs;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Statements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** An open page hears of every change that it shows, and of nothing else. */
@ApplicationTest
class SessionStreamsTest {

    @Autowired
    SessionStreams streams;

    @Autowired
    ItemActs acts;

    @Autowired
    CommitteeRoom rooms;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    @AfterEach
    void afterwards() {
        streams.close();
        clock.reset();
        people.signOut();
    }

    private MockHttpServletResponse stream(StaffMember reader, long session) throws Exception {
        people.signOut();
        return mvc.perform(get("/commissions/" + session + "/flux").with(People.as(reader)))
                .andReturn()
                .getResponse();
    }

    private int heard(MockHttpServletResponse stream) throws Exception {
        streams.look();
        return stream.getContentAsString().split("event:changed", -1).length - 1;
    }

    @Test
    void arrivalsPhasesBallotsAndRecusalsAreHeardOnceEachAndSayNobodysChoice() throws Exception {
        var room = rooms.room(1);
        var session = rooms.live(room);
        var item = rooms.items(session).get(0);
        var stream = stream(room.mayor().person(), session);
        assertThat(heard(stream)).isZero();
        rooms.callVote(room, item);
        assertThat(heard(stream)).isEqualTo(1);
        assertThat(heard(stream)).isEqualTo(1);
        var first = rooms.candidates(item).get(0);
        rooms.cast(room.six().get(1), item, ranked(first, 1));
        assertThat(heard(stream)).isEqualTo(2);
        rooms.cast(room.six().get(1), item, ranked(first, 2));
        assertThat(heard(stream)).isEqualTo(3);
        rooms.arrive(session, room.association());
        assertThat(heard(stream)).isEqualTo(4);
        people.signIn(room.six().get(2).person());
        acts.recuse(item, "Mon cousin");
        assertThat(heard(stream)).isEqualTo(5);
        assertThat(stream.getContentAsString()
                        .replace("event:changed", "")
                        .replace("data:{}", "")
                        .strip())
                .isEmpty();
    }

    @Test
    void anotherSessionIsNotHeardAndWhoMayNotReadItHearsNothing() throws Exception {
        var room = rooms.room(1);
        var other = rooms.room(1);
        var session = rooms.live(room);
        var stream = stream(room.mayor().person(), session);
        var elsewhere = rooms.live(other);
        rooms.callVote(other, rooms.items(elsewhere).get(0));
        assertThat(heard(stream)).isZero();
        assertThat(stream(other.mayor().person(), session).getStatus()).isEqualTo(403);
    }

    @Test
    void aLookCostsOneQueryHoweverManyListenAndNoneWhenNobodyDoes() throws Exception {
        streams.close();
        assertThat(Statements.during(streams::look)).isZero();
        var room = rooms.room(1);
        var session = rooms.live(room);
        for (var seat : room.six()) {
            stream(seat.person(), session);
        }
        assertThat(Statements.during(streams::look)).isEqualTo(1);
    }
}

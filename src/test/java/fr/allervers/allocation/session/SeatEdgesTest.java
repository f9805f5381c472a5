package fr.allervers.allocation.session;

import static fr.allervers.allocation.count.Mark.ranked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.allervers.allocation.CommitteeRoom.Room;
import fr.allervers.allocation.CommitteeRoom.Seat;
import fr.allervers.allocation.ballot.BallotRefused;
import fr.allervers.allocation.committee.Capacity;
import fr.allervers.shared.web.UserError;
import fr.allervers.testing.People;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** Who may sit, see and vote, at the edges: substitutes, seats of some dwellings, those who come too late. */
class SeatEdgesTest extends AbstractCommitteeEdgesTest {

    @Test
    void aSubstituteWhoIsHereVotesForWhoIsAwayAndTheOneWhoComesTooLateDoesNot() {
        var room = rooms.room(1);
        var away = room.six().get(1);
        var substitute = substitute(room, away);
        var session = liveWith(room, room.president(), room.six().get(2), substitute, room.mayor());
        var item = rooms.items(session).get(0);
        rooms.callVote(room, item);
        assertThat(electors(item)).contains(substitute.memberId()).doesNotContain(away.memberId());
        var first = rooms.candidates(item).get(0);
        rooms.cast(substitute, item, ranked(first, 1));
        rooms.arrive(session, away);
        refused(away, item, "NOT_ENTITLED");
        rooms.cast(room.president(), item, ranked(first, 1));
        rooms.cast(room.six().get(2), item, ranked(first, 1));
        clock.advance(Duration.ofMinutes(5));
        jobs.runDue();
        assertThat(rooms.state(item)).isEqualTo("COUNTED");
        people.signIn(room.president().person());
        president.signDecision(item);
        president.signMinutes(session);
        assertThat(minutes.recount(minutes.valid(session).orElseThrow()).faults())
                .isEmpty();
    }

    @Test
    void aMemberWhoIsHereWhenTheVoteOpensKeepsTheSeatUnlessTheSubstituteWasAppointed() {
        var room = rooms.room(2);
        var member = room.six().get(1);
        var substitute = substitute(room, member);
        var session = liveWith(room, room.president(), member, substitute);
        var items = rooms.items(session);
        rooms.callVote(room, items.get(0));
        assertThat(electors(items.get(0))).contains(member.memberId()).doesNotContain(substitute.memberId());
        refused(substitute, items.get(0), "NOT_ENTITLED");
        people.signIn(room.president().person());
        course.replace(session, member.memberId(), substitute.memberId());
        rooms.callVote(room, items.get(1));
        assertThat(electors(items.get(1))).contains(substitute.memberId()).doesNotContain(member.memberId());
        rooms.cast(
                substitute, items.get(1), ranked(rooms.candidates(items.get(1)).get(0), 1));
        refused(member, items.get(1), "NOT_ENTITLED");
        people.signIn(room.president().person());
        assertThatThrownBy(() -> course.replace(session, room.six().get(2).memberId(), substitute.memberId()))
                .isInstanceOf(UserError.class);
    }

    @Test
    void aSeatOfSomeDwellingsSeesThoseOnlyAndVotesOnThemOnlyWhenItDeliberates() throws Exception {
        var room = rooms.room(2);
        var quota = room.dwellings().get(0);
        var elsewhere = room.dwellings().get(1);
        jdbc.sql("update offered_dwelling set reservation_holder = 'Action Logement' where id = ?")
                .param(quota)
                .update();
        jdbc.sql(
                        "update building b join dwelling d on d.building_id = b.id join offered_dwelling o on o.dwelling_id = d.id set b.insee = 'Z0001' where o.id = ?")
                .param(elsewhere)
                .update();
        var holder = seat(room, Capacity.RESERVATION_HOLDER, Set.of(), "action logement ", null);
        var stranger = seat(room, Capacity.RESERVATION_HOLDER, Set.of(), "Le département", null);
        var otherMayor = seat(room, Capacity.MAYOR, Set.of("Z0001"), null, null);
        var session = liveWith(room, room.president(), room.mayor(), otherMayor, holder);
        var items = rooms.items(session);
        rooms.callVote(room, items.get(0));
        rooms.callVote(room, items.get(1));

        assertThat(electors(items.get(0)))
                .contains(holder.memberId(), room.mayor().memberId())
                .doesNotContain(otherMayor.memberId(), stranger.memberId());
        assertThat(electors(items.get(1)))
                .contains(otherMayor.memberId())
                .doesNotContain(holder.memberId(), room.mayor().memberId());
        rooms.cast(
                otherMayor, items.get(1), ranked(rooms.candidates(items.get(1)).get(0), 1));
        refused(otherMayor, items.get(0), "NOT_ENTITLED");
        refused(holder, items.get(0), "CONSULTATIVE");
        refused(holder, items.get(1), "NOT_ENTITLED");
        refused(stranger, items.get(0), "NOT_CONVENED");

        people.signOut();
        assertThat(shown(holder, items.get(0))).isEqualTo(200);
        assertThat(shown(holder, items.get(1))).isEqualTo(403);
        assertThat(shown(otherMayor, items.get(0))).isEqualTo(403);
        assertThat(shown(otherMayor, items.get(1))).isEqualTo(200);
        assertThat(shown(stranger, items.get(0))).isEqualTo(403);
        assertThat(shown(room.six().get(1), items.get(1))).isEqualTo(200);
        var agenda = mvc.perform(get("/commissions/" + session).with(People.as(holder.person())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(agenda)
                .contains("/commissions/points/" + items.get(0))
                .doesNotContain("/commissions/points/" + items.get(1))
                .contains("Votre siège ne compte pas");
    }

    @Test
    void whoDoesNotSeeADossierSaysNothingAboutIt() {
        var room = rooms.room(1);
        var holder = seat(room, Capacity.RESERVATION_HOLDER, Set.of(), "Action Logement", null);
        var session = rooms.convened(room, SessionMode.LIVE);
        var item = rooms.items(session).get(0);
        people.signIn(holder.person());
        assertThatThrownBy(() -> talk.say(item, "Un mot")).isInstanceOf(AccessDeniedException.class);
    }

    private Seat substitute(Room room, Seat of) {
        return seat(room, Capacity.BOARD, Set.of(), null, of);
    }

    /** A live session in which only these are here. */
    private long liveWith(Room room, Seat... here) {
        var session = rooms.convened(room, SessionMode.LIVE);
        people.signIn(room.president().person());
        course.open(session);
        for (var one : here) {
            rooms.arrive(session, one);
        }
        return session;
    }

    private List<Long> electors(long item) {
        return jdbc.sql("select voter_id from item_elector where item_id = ?")
                .param(item)
                .query(Long.class)
                .list();
    }

    private void refused(Seat seat, long item, String reason) {
        assertThatThrownBy(() ->
                        rooms.cast(seat, item, ranked(rooms.candidates(item).get(0), 1)))
                .isInstanceOf(BallotRefused.class);
        assertThat(jdbc.sql(
                                "select reason from ballot_refusal where item_id = ? and staff_id = ? order by id desc limit 1")
                        .params(item, seat.person().id())
                        .query(String.class)
                        .single())
                .isEqualTo(reason);
    }

    private int shown(Seat seat, long item) throws Exception {
        return mvc.perform(get("/commissions/points/" + item).with(People.as(seat.person())))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}

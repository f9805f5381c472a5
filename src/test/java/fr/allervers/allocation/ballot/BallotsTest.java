package fr.allervers.allocation.ballot;

import static fr.allervers.allocation.count.Mark.ranked;
import static fr.allervers.allocation.count.Mark.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.allervers.allocation.CommitteeRoom;
import fr.allervers.allocation.CommitteeRoom.Room;
import fr.allervers.allocation.CommitteeRoom.Seat;
import fr.allervers.allocation.count.Mark;
import fr.allervers.allocation.count.Opinion;
import fr.allervers.allocation.session.Mandates;
import fr.allervers.allocation.session.SessionCourse;
import fr.allervers.allocation.session.SessionMode;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is taken as a ballot, what is refused, and that every refusal is recorded with its reason. */
@ApplicationTest
class BallotsTest {

    @Autowired
    CommitteeRoom rooms;

    @Autowired
    Voting voting;

    @Autowired
    ItemActs acts;

    @Autowired
    Mandates mandates;

    @Autowired
    SessionCourse course;

    @Autowired
    ChainRows chain;

    @Autowired
    BallotRows ballots;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void reset() {
        clock.reset();
        people.signOut();
    }

    @Test
    void hostileAttemptsAreRefusedWithTheirReasonAndRecorded() {
        var room = rooms.room(2);
        var session = rooms.live(room);
        var items = rooms.items(session);
        var item = items.get(0);
        var mine = rooms.candidates(item).get(0);
        var foreign = rooms.candidates(items.get(1)).get(0);
        refused(room.mayor(), item, Refusal.NOT_OPEN, ranked(mine, 1));
        rooms.callVote(room, item);
        rooms.arrive(session, room.association());
        refused(room.association(), item, Refusal.CONSULTATIVE, ranked(mine, 1));
        refused(new Seat(0, people.somebody(Role.COMMITTEE_MEMBER)), item, Refusal.NOT_CONVENED, ranked(mine, 1));
        refused(room.mayor(), item, Refusal.FOREIGN_CANDIDATE, ranked(foreign, 1));
        refused(room.mayor(), item, Refusal.MALFORMED, ranked(mine, 1), ranked(mine, 2));
        refused(room.mayor(), item, Refusal.MALFORMED, rejected(mine, Opinion.NON_ALLOCATION));
        refused(room.mayor(), item, Refusal.MALFORMED, ranked(mine, 1, "Un document que personne ne demande"));
        people.signIn(room.six().get(2).person());
        acts.recuse(item, "Cousin d’un candidat");
        refused(room.six().get(2), item, Refusal.RECUSED, ranked(mine, 1));
        people.signIn(room.six().get(3).person());
        course.leave(session);
        refused(room.six().get(3), item, Refusal.NOT_PRESENT, ranked(mine, 1));
        people.signIn(room.president().person());
        course.suspend(session, "Coupure");
        refused(room.mayor(), item, Refusal.SUSPENDED, ranked(mine, 1));
        people.signIn(room.president().person());
        course.resume(session);
        clock.advance(Duration.ofMinutes(5));
        // Late by nothing: the end itself is too late, whether the engine has been there or not.
        refused(room.mayor(), item, Refusal.CLOSED, ranked(mine, 1));
        jobs.runDue();
        refused(room.mayor(), item, Refusal.CLOSED, ranked(mine, 1));

        assertThat(voting.refused(item))
                .extracting(Voting.Refused::reason)
                .containsExactly(
                        Refusal.NOT_OPEN,
                        Refusal.CONSULTATIVE,
                        Refusal.NOT_CONVENED,
                        Refusal.FOREIGN_CANDIDATE,
                        Refusal.MALFORMED,
                        Refusal.MALFORMED,
                        Refusal.MALFORMED,
                        Refusal.RECUSED,
                        Refusal.NOT_PRESENT,
                        Refusal.SUSPENDED,
                        Refusal.CLOSED,
                        Refusal.CLOSED);
        assertThat(ballots.of(item)).isEmpty();
    }

    @Test
    void aBallotMayBeReplacedUntilTheCloseAndARepeatedRequestIsOneBallot() {
        var room = rooms.room(1);
        var item = open(room);
        var candidates = rooms.candidates(item);
        people.signIn(room.mayor().person());
        var first = new CastBallot("first-request", null, List.of(ranked(candidates.get(0), 1)));
        voting.cast(item, first);
        voting.cast(item, first);
        assertThat(chain.length(item)).isEqualTo(2);
        voting.cast(item, new CastBallot("second-request", null, List.of(ranked(candidates.get(1), 1))));
        // The first request again, late: it was judged, and does not undo the second.
        voting.cast(item, first);
        assertThat(ballots.of(item)).singleElement().satisfies(kept -> {
            assertThat(kept.revision()).isEqualTo(2);
            assertThat(kept.ballot().marks())
                    .singleElement()
                    .extracting(Mark::candidateId)
                    .isEqualTo(candidates.get(1));
        });
        assertThat(VoteChain.read(item, chain.of(item)).faults()).isEmpty();
    }

    @Test
    void anotherMembersBallotDoesNotTouchMine() {
        var room = rooms.room(1);
        var item = open(room);
        var candidates = rooms.candidates(item);
        rooms.cast(room.mayor(), item, ranked(candidates.get(0), 1));
        for (var seat : room.six()) {
            rooms.cast(seat, item, ranked(candidates.get(1), 1));
        }
        assertThat(ballots.of(item)).hasSize(7).allSatisfy(kept -> assertThat(kept.revision())
                .isEqualTo(1));
    }

    @Test
    void aRequestsNameThatAnotherMemberForgedIsABallotOfTheirOwn() {
        var room = rooms.room(1);
        var item = open(room);
        var candidates = rooms.candidates(item);
        people.signIn(room.mayor().person());
        voting.cast(item, new CastBallot("the-same-name", null, List.of(ranked(candidates.get(0), 1))));
        people.signIn(room.six().get(1).person());
        voting.cast(item, new CastBallot("the-same-name", null, List.of(ranked(candidates.get(1), 1))));
        assertThat(ballots.of(item))
                .extracting(kept -> kept.ballot().marks().get(0).candidateId())
                .containsExactlyInAnyOrder(candidates.get(0), candidates.get(1));
        for (var forged : List.of("", "x'; drop table ballot", "x".repeat(41))) {
            var cast = new CastBallot(forged, null, List.of(ranked(candidates.get(0), 1)));
            assertThatThrownBy(() -> voting.cast(item, cast)).isInstanceOf(BallotRefused.class);
        }
        assertThat(ballots.of(item)).hasSize(2);
        assertThat(voting.refused(item))
                .extracting(Voting.Refused::reason)
                .containsExactly(Refusal.MALFORMED, Refusal.MALFORMED, Refusal.MALFORMED);
    }

    @Test
    void aRecusalDuringTheVoteWithdrawsTheBallotAlreadyCast() {
        var room = rooms.room(1);
        var item = open(room);
        rooms.cast(room.mayor(), item, ranked(rooms.candidates(item).get(0), 1));
        assertThat(ballots.turnout(item)).isEqualTo(new BallotRows.Turnout(7, 1, 0));
        acts.recuse(item, "Conflit d’intérêts");
        assertThat(ballots.turnout(item)).isEqualTo(new BallotRows.Turnout(6, 0, 0));
        assertThat(VoteChain.read(item, chain.of(item)).recused())
                .containsExactly(room.mayor().memberId());
    }

    @Test
    void mandatesAreOffUnlessTheReglementAllowsThem() {
        var room = rooms.room(1);
        var session = rooms.convened(room, SessionMode.WRITTEN);
        people.signIn(room.six().get(1).person());
        assertThatThrownBy(() -> mandates.give(session, room.mayor().memberId()))
                .isInstanceOf(UserError.class)
                .hasMessage("allocation.session.error.no-mandates");
    }

    @Test
    void aMandateIsUsedByItsHolderAndByNobodyElse() {
        var room = rooms.room(1);
        var session = rooms.convened(room, SessionMode.WRITTEN);
        jdbc.sql("""
            insert into committee_rules (version_no, valid_from, adopted_on, quorum_members, visio_allowed, written_allowed, notice_days, debate_hours, vote_hours,
              live_vote_minutes, mandates, mayor_absent, condition_days, reminder_hours, source, to_confirm, entered_by, entered_at)
            select max(version_no) + 1, '1990-01-01', '1990-01-01', 1, true, true, 0, 1, 1, 5, 1, 'PRESIDENT', 15, 0, 'Essai', true, 'essai', now() from committee_rules
            on duplicate key update mandates = 1
            """).update();
        jdbc.sql("update allocation_session set rules_id = (select id from committee_rules where valid_from ="
                        + " '1990-01-01') where id = ?")
                .param(session)
                .update();
        var giver = room.six().get(1);
        people.signIn(giver.person());
        mandates.give(session, room.mayor().memberId());
        clock.advance(Duration.ofHours(4));
        jobs.runDue();
        var item = rooms.items(session).get(0);
        assertThat(rooms.state(item)).isEqualTo("VOTING");
        var mark = ranked(rooms.candidates(item).get(0), 1);
        refused(giver, item, Refusal.MANDATE, mark);
        people.signIn(room.six().get(2).person());
        assertThatThrownBy(() -> voting.cast(item, new CastBallot("not-my-mandate", giver.memberId(), List.of(mark))))
                .asInstanceOf(type(BallotRefused.class))
                .extracting(BallotRefused::reason)
                .isEqualTo(Refusal.MANDATE);
        people.signIn(room.mayor().person());
        voting.cast(item, new CastBallot("for-my-giver", giver.memberId(), List.of(mark)));
        assertThat(ballots.turnout(item)).isEqualTo(new BallotRows.Turnout(7, 0, 1));
        acts.recuse(item, "Conflit");
        assertThat(ballots.turnout(item)).isEqualTo(new BallotRows.Turnout(6, 0, 0));
    }

    @Test
    void theDatabaseItselfKeepsTheChainAsItIs() {
        var room = rooms.room(1);
        var item = open(room);
        rooms.cast(room.mayor(), item, ranked(rooms.candidates(item).get(0), 1));
        assertThatThrownBy(() -> jdbc.sql("update ballot_entry set content = '{}' where item_id = ?")
                        .param(item)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from ballot_entry where item_id = ?")
                        .param(item)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    private long open(Room room) {
        var item = rooms.items(rooms.live(room)).get(0);
        rooms.callVote(room, item);
        return item;
    }

    @Test
    void whatCannotBeReadIsRefusedAsWhatCan() {
        var room = rooms.room(1);
        var item = rooms.items(rooms.live(room)).get(0);
        people.signIn(room.mayor().person());
        assertThat(voting.malformed(item).reason()).isEqualTo(Refusal.MALFORMED);
        people.signIn(people.somebody(Role.COMMITTEE_MEMBER));
        assertThat(voting.malformed(item).reason()).isEqualTo(Refusal.NOT_CONVENED);
        assertThat(voting.refused(item))
                .extracting(Voting.Refused::reason)
                .containsExactly(Refusal.MALFORMED, Refusal.NOT_CONVENED);
        assertThatThrownBy(() -> voting.malformed(999_999_999)).isInstanceOf(UserError.class);
    }

    private void refused(Seat seat, long item, Refusal reason, Mark... marks) {
        assertThatThrownBy(() -> rooms.cast(seat, item, marks))
                .asInstanceOf(type(BallotRefused.class))
                .extracting(BallotRefused::reason)
                .isEqualTo(reason);
    }
}

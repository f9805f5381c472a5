package fr.allervers.allocation.ballot;

import static fr.allervers.allocation.count.Mark.ranked;
import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.allocation.CommitteeRoom;
import fr.allervers.allocation.CommitteeRoom.Seat;
import fr.allervers.allocation.count.Mark;
import fr.allervers.shared.Retry;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many at once: nothing is lost, nothing counts twice, and no ballot stands behind the close. */
@ApplicationTest
class BallotRaceTest {

    @Autowired
    CommitteeRoom rooms;

    @Autowired
    Voting voting;

    @Autowired
    VoteClosing closing;

    @Autowired
    ChainRows chain;

    @Autowired
    BallotRows ballots;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @AfterEach
    void reset() {
        clock.reset();
        people.signOut();
    }

    @Test
    void allVotersAtOnceEachSeveralTimesGiveOneBallotEachAndAWholeChain() throws Exception {
        var room = rooms.room(1);
        var item = rooms.items(rooms.live(room)).get(0);
        rooms.callVote(room, item);
        var mark = ranked(rooms.candidates(item).get(0), 1);
        var acts = new ArrayList<Callable<Boolean>>();
        var voters = new ArrayList<>(room.six());
        voters.add(room.mayor());
        for (var seat : voters) {
            for (var time = 0; time < 4; time++) {
                // Two requests are repeated as a double click does, two are ballots of their own.
                acts.add(casting(seat, item, "ballot-of-" + seat.memberId() + "-" + (time / 2 * time), mark));
            }
        }
        assertThat(AtOnce.all(acts)).hasSize(28).containsOnly(true);
        var entries = chain.of(item);
        assertThat(entries).hasSize(1 + 7 * 3);
        assertThat(VoteChain.read(item, entries).faults()).isEmpty();
        assertThat(ballots.of(item)).hasSize(7).allSatisfy(kept -> assertThat(kept.revision())
                .isEqualTo(3));
    }

    @Test
    void votingAgainstClosingGivesEitherABallotThatCountsOrARefusal() throws Exception {
        var room = rooms.room(3);
        var session = rooms.live(room);
        for (var item : rooms.items(session)) {
            rooms.callVote(room, item);
            var mark = ranked(rooms.candidates(item).get(0), 1);
            var acts = new ArrayList<Callable<Boolean>>();
            var voters = new ArrayList<>(room.six());
            voters.add(room.mayor());
            for (var seat : voters) {
                acts.add(casting(seat, item, "ballot-of-" + seat.memberId(), mark));
            }
            for (var time = 0; time < 3; time++) {
                acts.add(() -> {
                    Retry.onConflict(() -> closing.close(item));
                    return false;
                });
            }
            // The end comes while they are at it.
            acts.add(3, () -> {
                clock.advance(Duration.ofMinutes(5));
                return false;
            });
            var taken = Collections.frequency(AtOnce.all(acts), true);
            Retry.onConflict(() -> closing.close(item));
            var reading = VoteChain.read(item, chain.of(item));
            assertThat(reading.faults()).isEmpty();
            assertThat(reading.closed()).isTrue();
            assertThat(reading.ballots()).hasSize(taken);
            assertThat(ballots.of(item)).hasSize(taken);
            assertThat(voting.refused(item)).hasSize(7 - taken).allSatisfy(refused -> assertThat(refused.reason())
                    .isEqualTo(Refusal.CLOSED));
            // Closed once, last.
            assertThat(chain.of(item)).hasSize(2 + taken);
        }
    }

    private Callable<Boolean> casting(Seat seat, long item, String key, Mark mark) {
        return () -> {
            people.signIn(seat.person());
            try {
                voting.cast(item, new CastBallot(key, null, List.of(mark)));
                return true;
            } catch (BallotRefused refused) {
                return false;
            } finally {
                people.signOut();
            }
        };
    }
}

package fr.allervers.allocation.session;

import static fr.allervers.allocation.count.Mark.ranked;
import static fr.allervers.allocation.count.Mark.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.allocation.CandidateDecision;
import fr.allervers.allocation.CommitteeRoom;
import fr.allervers.allocation.DecisionKind;
import fr.allervers.allocation.ItemDecided;
import fr.allervers.allocation.ballot.ItemActs;
import fr.allervers.allocation.count.Opinion;
import fr.allervers.allocation.minutes.SessionMinutes;
import fr.allervers.kpi.fact.LiveFigures;
import fr.allervers.shared.web.UserError;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.workflow.TaskHeldByAnother;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A live session from the notice to the sealed minutes. */
@ApplicationTest
@RecordApplicationEvents
class LiveSessionTest {

    @Autowired
    LiveFigures figures;

    @Autowired
    CommitteeRoom rooms;

    @Autowired
    SessionCourse course;

    @Autowired
    ItemActs acts;

    @Autowired
    PresidentTasks president;

    @Autowired
    SessionMinutes minutes;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void mark() {
        figures.mark();
    }

    @AfterEach
    void reset() {
        // What follows a signature begins by itself, a moment later.
        jobs.runDue();
        figures.assertAsCountedAgain();
        clock.reset();
        people.signOut();
    }

    @Test
    void votesBecomeASignedDecisionAndSealedMinutes() {
        var room = rooms.room(1);
        var session = rooms.live(room);
        var item = rooms.items(session).get(0);
        rooms.callVote(room, item);
        var candidates = rooms.candidates(item);
        for (var at = 0; at < 3; at++) {
            rooms.cast(room.six().get(at), item, ranked(candidates.get(0), 1), ranked(candidates.get(1), 2));
        }
        rooms.cast(
                room.mayor(),
                item,
                ranked(candidates.get(1), 1),
                rejected(candidates.get(2), Opinion.NON_ALLOCATION, "FIT"));

        // Not one millisecond before its announced end.
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        jobs.runDue();
        assertThat(rooms.state(item)).isEqualTo("VOTING");
        clock.advance(Duration.ofMillis(1));
        jobs.runDue();
        assertThat(rooms.state(item)).isEqualTo("COUNTED");

        people.signIn(room.six().get(1).person());
        assertThatThrownBy(() -> president.signDecision(item)).isInstanceOf(TaskHeldByAnother.class);
        people.signIn(room.president().person());
        president.signDecision(item);
        var decided = events.stream(ItemDecided.class)
                .filter(event -> event.itemId() == item)
                .findFirst()
                .orElseThrow();
        assertThat(decided.decisions())
                .extracting(CandidateDecision::candidateId, CandidateDecision::kind, CandidateDecision::rank)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(candidates.get(0), DecisionKind.RANKED_ALLOCATION, 1),
                        org.assertj.core.groups.Tuple.tuple(candidates.get(1), DecisionKind.RANKED_ALLOCATION, 2),
                        org.assertj.core.groups.Tuple.tuple(candidates.get(2), DecisionKind.NON_ALLOCATION, null));
        assertThat(decided.decisions().get(2).reasonCodes()).containsExactly("FIT");

        president.signMinutes(session);
        var signed = minutes.valid(session).orElseThrow();
        assertThat(minutes.recount(signed).faults()).isEmpty();
        assertThat(minutes.json(signed)).contains("\"mode\":\"LIVE\"").doesNotContain("@example.org");
        // The notice to all eight; the minutes to the seven who deliberate.
        assertThat(mails(session, "%:notice:%")).isEqualTo(8);
        assertThat(mails(session, "%:minutes:%")).isEqualTo(7);

        minutes.annul(session, "Erreur de nom");
        assertThat(minutes.of(session))
                .extracting(one -> one.versionNo(), one -> one.valid())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, true), org.assertj.core.groups.Tuple.tuple(1, false));
    }

    @Test
    void withoutQuorumThePresidentPostponesAndTheSessionCloses() {
        var room = rooms.room(1);
        var session = rooms.convened(room, SessionMode.LIVE);
        people.signIn(room.president().person());
        course.open(session);
        rooms.arrive(session, room.president());
        rooms.arrive(session, room.mayor());
        var item = rooms.items(session).get(0);
        rooms.callVote(room, item);
        rooms.cast(room.mayor(), item, ranked(rooms.candidates(item).get(0), 1));
        clock.advance(Duration.ofMinutes(5));
        jobs.runDue();
        assertThat(rooms.state(item)).isEqualTo("NO_QUORUM");
        people.signIn(room.president().person());
        assertThatThrownBy(() -> president.signDecision(item)).isInstanceOf(UserError.class);
        president.withoutQuorum(
                item,
                java.util.Map.of(
                        "choice", java.util.List.of("POSTPONE"), "reason", java.util.List.of("Membres absents")));
        assertThat(rooms.state(item)).isEqualTo("POSTPONED");
        president.signMinutes(session);
        assertThat(minutes.recount(minutes.valid(session).orElseThrow()).faults())
                .isEmpty();
    }

    @Test
    void anyMemberSendsAnItemToAPhysicalSession() {
        var room = rooms.room(2);
        var session = rooms.live(room);
        var items = rooms.items(session);
        rooms.callVote(room, items.get(0));
        people.signIn(room.association().person());
        acts.refer(items.get(0), "Situation trop particulière");
        acts.refer(items.get(1), "Même famille");
        assertThat(rooms.state(items.get(0))).isEqualTo("REFERRED");
        assertThat(jdbc.sql("select state from allocation_session where id = ?")
                        .param(session)
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED");
        people.signIn(room.president().person());
        president.signMinutes(session);
        assertThat(minutes.recount(minutes.valid(session).orElseThrow()).faults())
                .isEmpty();
    }

    @Test
    void anInterruptionMovesTheEndOfTheVoteByAsMuch() {
        var room = rooms.room(1);
        var session = rooms.live(room);
        var item = rooms.items(session).get(0);
        rooms.callVote(room, item);
        clock.advance(Duration.ofMinutes(1));
        people.signIn(room.president().person());
        course.suspend(session, "Coupure du réseau");
        clock.advance(Duration.ofMinutes(30));
        jobs.runDue();
        assertThat(rooms.state(item)).isEqualTo("VOTING");
        people.signIn(room.president().person());
        course.resume(session);
        for (var seat : room.six()) {
            rooms.cast(seat, item, ranked(rooms.candidates(item).get(0), 1));
        }
        clock.advance(Duration.ofMinutes(4).minusMillis(1));
        jobs.runDue();
        assertThat(rooms.state(item)).isEqualTo("VOTING");
        clock.advance(Duration.ofMillis(1));
        jobs.runDue();
        assertThat(rooms.state(item)).isEqualTo("COUNTED");
    }

    private long mails(long session, String key) {
        return jdbc.sql("select count(*) from outbox_message where case_kind = 'allocation-session' and case_id = ?"
                        + " and dedupe_key like ?")
                .params(session, key)
                .query(Long.class)
                .single();
    }
}

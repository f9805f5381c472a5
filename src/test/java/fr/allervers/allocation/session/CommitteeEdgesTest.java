package fr.allervers.allocation.session;

import static fr.allervers.allocation.count.Mark.ranked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.allocation.CommitteeRoom.Seat;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** Sessions called off, and what happens when nobody acts. */
class CommitteeEdgesTest extends AbstractCommitteeEdgesTest {

    @Test
    void aSessionCalledOffTellsItsMembersAndGivesItsDwellingsBack() {
        var room = rooms.room(1);
        var session = rooms.convened(room, SessionMode.WRITTEN);
        var officer = room.officer();
        people.signIn(people.somebodyOf(tenants.agency(), Role.ALLOCATION_OFFICER));
        assertThatThrownBy(() -> sessions.cancel(session, "Pas la mienne")).isInstanceOf(AccessDeniedException.class);
        people.signIn(room.president().person());
        assertThatThrownBy(() -> sessions.cancel(session, "Je préside seulement"))
                .isInstanceOf(AccessDeniedException.class);
        people.signIn(officer);
        sessions.cancel(session, "Salle indisponible");
        assertThat(rooms.state(rooms.items(session).get(0))).isEqualTo("CANCELLED");
        assertThat(mails(session, "%:cancelled:%")).isEqualTo(8);
        assertThatThrownBy(() -> sessions.cancel(session, "Encore")).isInstanceOf(UserError.class);
        clock.advance(Duration.ofDays(3));
        jobs.runDue();
        assertThat(rooms.state(rooms.items(session).get(0))).isEqualTo("CANCELLED");
        clock.reset();
        var next = rooms.convened(room, SessionMode.LIVE);
        people.signIn(room.president().person());
        course.open(next);
        people.signIn(officer);
        assertThatThrownBy(() -> sessions.cancel(next, "Trop tard")).isInstanceOf(UserError.class);
    }

    @Test
    void whatThePresidentLeavesLyingIsASupervisorsTaskAtItsHourAndNotBefore() {
        var room = rooms.room(2);
        var session = rooms.live(room);
        var items = rooms.items(session);
        rooms.callVote(room, items.get(0));
        for (var at = 0; at < 4; at++) {
            rooms.cast(
                    room.six().get(at),
                    items.get(0),
                    ranked(rooms.candidates(items.get(0)).get(0), 1));
        }
        clock.advance(Duration.ofMinutes(5));
        jobs.runDue();
        escalates(SessionCourse.ITEM, items.get(0), "sign-decision", "chase-signature");
        people.signIn(room.president().person());
        president.signDecision(items.get(0));
        assertThat(due(SessionCourse.ITEM, items.get(0), "chase-signature")).isNull();

        // Everybody has left: the second has no quorum.
        room.six().forEach(seat -> leave(session, seat));
        leave(session, room.mayor());
        clock.advance(Duration.ofMinutes(1));
        rooms.callVote(room, items.get(1));
        clock.advance(Duration.ofMinutes(5));
        jobs.runDue();
        assertThat(rooms.state(items.get(1))).isEqualTo("NO_QUORUM");
        escalates(SessionCourse.ITEM, items.get(1), "decide-without-quorum", "chase-quorum");
        people.signIn(room.president().person());
        president.withoutQuorum(
                items.get(1), Map.of("choice", List.of("POSTPONE"), "reason", List.of("Membres absents")));
        escalates(AllocationSessions.KIND, session, "sign-minutes", "chase-minutes");
        people.signIn(room.president().person());
        president.signMinutes(session);
        assertThat(due(AllocationSessions.KIND, session, "chase-minutes")).isNull();
    }

    @Test
    void aVoteProlongedWithoutQuorumAgainIsPostponedAndItsDwellingGoesToAnotherSession() {
        var room = rooms.room(1);
        var session = rooms.convened(room, SessionMode.WRITTEN);
        jobs.runDue();
        clock.advance(Duration.ofHours(28));
        jobs.runDue();
        var item = rooms.items(session).get(0);
        assertThat(rooms.state(item)).isEqualTo("NO_QUORUM");
        people.signIn(room.president().person());
        var past = Map.of(
                "choice", List.of("EXTEND"),
                "untilDay", List.of("2026-11-24"),
                "untilTime", List.of("08:00"),
                "reason", List.of("Trop tard"));
        assertThatThrownBy(() -> president.withoutQuorum(item, past)).isInstanceOf(UserError.class);
        president.withoutQuorum(
                item,
                Map.of(
                        "choice", List.of("EXTEND"),
                        "untilDay", List.of("2026-11-27"),
                        "untilTime", List.of("12:00"),
                        "reason", List.of("Une voix manque")));
        clock.set(Instant.parse("2026-11-27T10:59:59.999Z"));
        jobs.runDue();
        assertThat(rooms.state(item)).isEqualTo("VOTING");
        clock.set(Instant.parse("2026-11-27T11:00:00Z"));
        jobs.runDue();
        assertThat(rooms.state(item)).isEqualTo("NO_QUORUM");
        people.signIn(room.president().person());
        president.withoutQuorum(item, Map.of("choice", List.of("POSTPONE"), "reason", List.of("Personne n’a voté")));
        assertThat(rooms.state(item)).isEqualTo("POSTPONED");
        people.signIn(room.president().person());
        president.signMinutes(session);
        assertThat(minutes.recount(minutes.valid(session).orElseThrow()).faults())
                .isEmpty();
        var again = rooms.convened(room, SessionMode.LIVE);
        assertThat(rooms.state(rooms.items(again).get(0))).isEqualTo("PLANNED");
    }

    private long mails(long session, String key) {
        return jdbc.sql(
                        "select count(*) from outbox_message where case_kind = 'allocation-session' and case_id = ? and dedupe_key like ?")
                .params(session, key)
                .query(Long.class)
                .single();
    }

    private void leave(long session, Seat seat) {
        people.signIn(seat.person());
        course.leave(session);
    }

    private void escalates(String kind, long id, String step, String late) {
        var due = due(kind, id, step);
        assertThat(due).as(step).isNotNull();
        clock.set(due.minusMillis(1));
        jobs.runDue();
        assertThat(due(kind, id, late)).as(late + " a millisecond before").isNull();
        clock.set(due);
        jobs.runDue();
        assertThat(due(kind, id, late)).as(late).isNotNull();
        assertThat(due(kind, id, step)).as(step + " goes on").isEqualTo(due);
    }
}

package fr.allervers.allocation.session;

import static fr.allervers.allocation.count.Mark.ranked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.allervers.allocation.CommitteeRoom;
import fr.allervers.allocation.CommitteeRoom.Room;
import fr.allervers.allocation.CommitteeRoom.Seat;
import fr.allervers.allocation.ballot.BallotRefused;
import fr.allervers.allocation.committee.Capacity;
import fr.allervers.allocation.committee.Committees;
import fr.allervers.allocation.minutes.SessionMinutes;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** Substitutes, seats of some dwellings only, sessions called off, and what happens when nobody acts. */
@ApplicationTest
class CommitteeEdgesTest {

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

    private Seat seat(Room room, Capacity capacity, Set<String> places, @Nullable String holder, @Nullable Seat of) {
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

    private int shown(Seat seat, long item) throws Exception {
        return mvc.perform(get("/commissions/points/" + item).with(People.as(seat.person())))
                .andReturn()
                .getResponse()
                .getStatus();
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

    private long mails(long session, String key) {
        return jdbc.sql(
                        "select count(*) from outbox_message where case_kind = 'allocation-session' and case_id = ? and dedupe_key like ?")
                .params(session, key)
                .query(Long.class)
                .single();
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

    private @Nullable Instant due(String kind, long id, String step) {
        return jdbc.sql("select due_at from inbox_item where case_kind = ? and case_id = ? and step = ?")
                .params(kind, id, step)
                .query((row, number) -> row.getTimestamp(1).toLocalDateTime().toInstant(ZoneOffset.UTC))
                .optional()
                .orElse(null);
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
}

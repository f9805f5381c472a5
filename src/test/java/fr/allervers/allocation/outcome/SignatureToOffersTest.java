package fr.allervers.allocation.outcome;

import static fr.allervers.allocation.count.Mark.ranked;
import static fr.allervers.allocation.count.Mark.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.allocation.CommitteeRoom;
import fr.allervers.allocation.CommitteeRoom.Room;
import fr.allervers.allocation.count.Opinion;
import fr.allervers.allocation.minutes.SessionMinutes;
import fr.allervers.allocation.report.AllocationReport.Row;
import fr.allervers.allocation.report.AllocationReport.Table;
import fr.allervers.allocation.report.AllocationReports;
import fr.allervers.allocation.session.PresidentTasks;
import fr.allervers.allocation.session.SessionMode;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the ballots of a real session to the keys: nothing in between is published by a test. */
@ApplicationTest
class SignatureToOffersTest {

    @Autowired
    CommitteeRoom rooms;

    @Autowired
    Decided decided;

    @Autowired
    Answers answers;

    @Autowired
    PresidentTasks president;

    @Autowired
    SessionMinutes minutes;

    @Autowired
    AllocationReports reports;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void afterwards() {
        clock.reset();
        people.signOut();
    }

    /** A majority ranks the first candidate before the second and refuses the third; signed, and what follows has run. */
    private long signed(Room room, long session) {
        var item = rooms.items(session).get(0);
        rooms.callVote(room, item);
        var candidates = rooms.candidates(item);
        for (var seat : room.six().subList(0, 4)) {
            rooms.cast(
                    seat,
                    item,
                    ranked(candidates.get(0), 1),
                    ranked(candidates.get(1), 2),
                    rejected(candidates.get(2), Opinion.NON_ALLOCATION, "FIT"));
        }
        clock.advance(Duration.ofMinutes(5));
        jobs.runDue();
        assertThat(outcomes(item)).isEmpty();
        people.signIn(room.president().person());
        president.signDecision(item);
        president.signMinutes(session);
        people.signOut();
        jobs.runDue();
        return outcomes(item).get(0);
    }

    private List<Long> outcomes(long item) {
        return jdbc.sql(
                        "select o.id from allocation_outcome o join session_item i on i.offered_dwelling_id = o.offered_dwelling_id where i.id = ?")
                .param(item)
                .query(Long.class)
                .list();
    }

    private OutcomeState state(long outcome, int index) {
        return decided.candidate(outcome, index).state();
    }

    @Test
    void theSignatureOffersTheDwellingARefusalPassesItOnAndASilenceEndsIt() {
        var room = rooms.room(1);
        var session = rooms.live(room);
        var outcome = signed(room, session);
        assertThat(state(outcome, 0)).isEqualTo(OutcomeState.OFFERED);
        assertThat(state(outcome, 1)).isEqualTo(OutcomeState.WAITING);
        assertThat(state(outcome, 2)).isEqualTo(OutcomeState.NOT_ALLOCATED);
        assertThat(decided.sms(outcome, "allocation-offer")).hasSize(1);
        assertThat(decided.sms(outcome, "allocation-refused")).hasSize(1);

        answers.byLink(decided.candidate(outcome, 0).id(), Refusal.PLACE, "Trop loin de l’école");
        jobs.runDue();
        assertThat(state(outcome, 1)).isEqualTo(OutcomeState.OFFERED);
        assertThat(decided.sms(outcome, "allocation-offer")).hasSize(2);

        var last = decided.candidate(outcome, 1).answerBy();
        decided.on(last, 23, 59);
        assertThat(state(outcome, 1)).isEqualTo(OutcomeState.OFFERED);
        decided.on(last.plusDays(1), 0, 1);
        assertThat(state(outcome, 1)).isEqualTo(OutcomeState.SILENT);
        // The committee voted once, and its minutes still say what it did.
        people.signIn(room.president().person());
        assertThat(minutes.recount(minutes.valid(session).orElseThrow()).faults())
                .isEmpty();
    }

    @Test
    void theSignatureEndsWithTheLease() {
        var room = rooms.room(1);
        var outcome = signed(room, rooms.live(room));
        answers.byLink(decided.candidate(outcome, 0).id(), null, "");
        jobs.runDue();
        decided.task(
                "allocation-offer",
                outcome,
                "sign-lease",
                Map.of("outcome", "SIGNED", "signedOn", LocalDate.now(clock), "leaseCode", "B-78"));
        assertThat(state(outcome, 0)).isEqualTo(OutcomeState.LEASED);
        assertThat(state(outcome, 1)).isEqualTo(OutcomeState.NOT_NEEDED);
        assertThat(decided.dwellingState(outcome)).isEqualTo("LET");
    }

    @Test
    void aPostponedItemOffersNothing() {
        var room = rooms.room(1);
        var session = rooms.convened(room, SessionMode.WRITTEN);
        jobs.runDue();
        clock.advance(Duration.ofHours(28));
        jobs.runDue();
        var item = rooms.items(session).get(0);
        people.signIn(room.president().person());
        president.withoutQuorum(item, Map.of("choice", List.of("POSTPONE"), "reason", List.of("Personne")));
        president.signMinutes(session);
        people.signOut();
        jobs.runDue();
        assertThat(outcomes(item)).isEmpty();
    }

    @Test
    void theYearlyReportSaysWhoAttendedHowManyOfTheSessionsHeld() {
        var room = rooms.room(2);
        var live = rooms.live(room);
        jdbc.sql("update session_item set state = 'POSTPONED' where session_id = ?")
                .param(live)
                .update();
        jdbc.sql("update allocation_session set state = 'CLOSED' where id = ?")
                .param(live)
                .update();
        var written = rooms.convened(room, SessionMode.WRITTEN);
        jobs.runDue();
        clock.advance(Duration.ofHours(4));
        jobs.runDue();
        var item = rooms.items(written).get(0);
        rooms.cast(room.mayor(), item, ranked(rooms.candidates(item).get(0), 1));
        assertThat(attended(room, "Maire de la commune, une séance tenue")).containsExactly(1L);
        jdbc.sql("update allocation_session set state = 'CLOSED' where id = ?")
                .param(written)
                .update();
        // Who is convened and neither came nor wrote is there with nothing; who voted in writing took part.
        assertThat(attended(room, "Maire de la commune, 2 séances tenues")).containsExactly(2L);
        assertThat(attended(room, "Association d’insertion, 2 séances tenues")).containsExactly(0L);
        assertThat(attended(room, "Représentant des locataires, 2 séances tenues"))
                .containsExactly(1L);
        assertThat(attended(room, "Membre désigné par le conseil, 2 séances tenues"))
                .hasSize(5)
                .containsOnly(1L);
    }

    private List<Long> attended(Room room, String words) {
        people.signIn(room.officer());
        var report = reports.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), room.agencyId());
        return report.tables().stream()
                .filter(table -> table.key().equals("attendance"))
                .map(Table::rows)
                .flatMap(List::stream)
                .filter(row -> row.label().endsWith(words))
                .map(Row::value)
                .toList();
    }
}

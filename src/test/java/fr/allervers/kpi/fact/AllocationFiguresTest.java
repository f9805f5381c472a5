package fr.allervers.kpi.fact;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.allocation.CommitteeRoom;
import fr.allervers.allocation.session.SessionMode;
import fr.allervers.kpi.figure.Area;
import fr.allervers.kpi.figure.Figure;
import fr.allervers.kpi.figure.Period;
import fr.allervers.staff.Role;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The figures of allocation over items and candidates that cover each outcome: as shown, as counted again, and as the test itself noted. */
class AllocationFiguresTest extends AbstractFiguresTest {

    private static final int DWELLINGS = 8;
    private static final int DAYS = 60;

    /** What became of an item, and whether its vote was closed with its quorum; none when no vote was closed. */
    private record Item(String state, @Nullable Boolean quorum) {}

    private static final List<Item> ITEMS = List.of(
            new Item("COUNTED", true),
            new Item("NO_QUORUM", false),
            new Item("DECIDED", true),
            new Item("POSTPONED", false),
            new Item("REFERRED", null),
            new Item("VOTING", null),
            new Item("CANCELLED", null),
            new Item("PLANNED", null));

    /**
     * What became of a candidate.
     *
     * @param refusal why they refused
     */
    private record Became(
            String state,
            boolean answered,
            @Nullable String refusal,
            @Nullable Boolean priority) {}

    private static final List<Became> CANDIDATES = List.of(
            new Became("WAITING", false, null, null),
            new Became("OFFERED", false, null, null),
            new Became("ACCEPTED", true, null, null),
            new Became("REFUSED", true, "PLACE", null),
            new Became("REFUSED", true, "OTHER", null),
            new Became("SILENT", false, null, null),
            new Became("PAPER_MISSED", false, null, null),
            new Became("DROPPED", true, null, null),
            new Became("LEASED", true, null, true),
            new Became("LEASED", true, null, false),
            // Agreed to, then the dwelling could no longer be let.
            new Became("NOT_NEEDED", true, null, null),
            new Became("NOT_NEEDED", false, null, null),
            new Became("NOT_ALLOCATED", false, null, null),
            new Became("WARNED", false, null, null),
            new Became("REMOVED", false, null, null),
            new Became("KEPT", false, null, null));

    @Autowired
    CommitteeRoom rooms;

    private final Random random = new Random(37);
    private final Expected expected = new Expected();
    private final List<Long> made = new ArrayList<>();

    /** Nothing of it is there to be exported or answered in other tests. */
    @AfterEach
    void forget() {
        jdbc.sql("delete from candidate_outcome where outcome_id in (:ids)")
                .param("ids", made)
                .update();
        jdbc.sql("delete from allocation_outcome where id in (:ids)")
                .param("ids", made)
                .update();
    }

    @Test
    void shownCountedAgainAndNotedAreTheSame() {
        agency = aCommittee();
        other = aCommittee();
        people.signIn(people.somebody(Role.SUPERVISOR));
        fold();
        for (var figure : Figure.of(Area.ALLOCATION)) {
            assertThat(expected.countOf(figure, true)).as(figure.key()).isPositive();
            everyDayAndAll(expected, figure, agency, Period.days(FROM.minusDays(5), FROM.plusDays(DAYS)), 15);
            everyDayAndAll(expected, figure, other, Period.days(FROM.minusDays(5), FROM.plusDays(DAYS)), 15);
        }
        sameWhenCountedAgain();
    }

    private long aCommittee() {
        var room = rooms.room(DWELLINGS);
        var items = rooms.items(rooms.convened(room, SessionMode.LIVE));
        for (var at = 0; at < DWELLINGS; at++) {
            item(items.get(at), room.agencyId(), ITEMS.get(at));
            outcome(items.get(at), room.dwellings().get(at), room.agencyId());
        }
        return room.agencyId();
    }

    private void item(long id, long of, Item became) {
        var closed = became.quorum() == null ? null : moment(FROM.plusDays(random.nextInt(6)));
        jdbc.sql("update session_item set state = ?, closed_at = ? where id = ?")
                .params(Arrays.asList(became.state(), closed == null ? null : Timestamp.from(closed), id))
                .update();
        note("allocation-item", id);
        if (closed != null) {
            expected.add(Figure.QUORUM, of, day(closed), Boolean.TRUE.equals(became.quorum()));
        }
    }

    private void outcome(long item, long dwelling, long of) {
        var available = FROM.minusDays(1 + random.nextInt(40));
        jdbc.sql("update offered_dwelling set available_on = ? where id = ?")
                .params(available, dwelling)
                .update();
        var decided = moment(FROM.plusDays(random.nextInt(5)));
        var id = jdbc.sql(
                        "insert into allocation_outcome (item_id, offered_dwelling_id, agency_id, state, decided_at) values (?, ?, ?, 'EXHAUSTED', ?) returning id")
                .params(item, dwelling, of, Timestamp.from(decided))
                .query(Long.class)
                .single();
        made.add(id);
        for (var candidate : rooms.candidates(item)) {
            candidate(id, candidate, of, decided, available, CANDIDATES.get(number++ % CANDIDATES.size()));
        }
        note("allocation-offer", id);
    }

    private int number;

    private void candidate(long outcome, long candidate, long of, Instant decided, LocalDate available, Became became) {
        var answered = became.answered() ? moment(day(decided).plusDays(1 + random.nextInt(8))) : null;
        var answerBy = day(decided).plusDays(11);
        var lease = became.priority() == null ? null : answerBy.plusDays(random.nextInt(5));
        jdbc.sql("""
                        insert into candidate_outcome (outcome_id, candidate_id, application_id, kind, state, answer_by, answered_at, refusal, lease_on)
                        select ?, id, application_id, 'RANKED_ALLOCATION', ?, ?, ?, ?, ? from allocation_candidate where id = ?
                        """)
                .params(Arrays.asList(
                        outcome,
                        became.state(),
                        answerBy,
                        answered == null ? null : Timestamp.from(answered),
                        became.refusal(),
                        lease,
                        candidate))
                .update();
        expected.add(Figure.DOSSIERS, of, day(decided), true);
        if (answered != null && became.refusal() == null) {
            var took = Duration.between(available.atStartOfDay(PARIS).toInstant(), answered);
            expected.add(Figure.VACANCY, of, day(answered), true, 0, took);
        }
        if (became.state().equals("SILENT") || became.refusal() != null) {
            expected.add(Figure.REFUSALS, of, answered == null ? answerBy : day(answered), true);
        }
        if (lease != null) {
            jdbc.sql("update allocation_candidate set priority = ? where id = ?")
                    .params(became.priority(), candidate)
                    .update();
            expected.add(Figure.PRIORITY, of, lease, Boolean.TRUE.equals(became.priority()));
        }
    }

    /** Some moment of this day in Paris, often its first or its last second. */
    private Instant moment(LocalDate day) {
        var at = day.atStartOfDay(PARIS);
        return switch (random.nextInt(4)) {
            case 0 -> at.toInstant();
            case 1 -> at.plusDays(1).minusSeconds(1).toInstant();
            default -> at.plusMinutes(random.nextInt(24 * 60)).toInstant();
        };
    }

    private static LocalDate day(Instant at) {
        return at.atZone(PARIS).toLocalDate();
    }
}

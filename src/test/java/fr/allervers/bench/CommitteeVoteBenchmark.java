package fr.allervers.bench;

import static fr.allervers.allocation.count.Mark.ranked;
import static fr.allervers.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.allocation.CommitteeRoom;
import fr.allervers.allocation.CommitteeRoom.Room;
import fr.allervers.allocation.CommitteeRoom.Seat;
import fr.allervers.allocation.ballot.CastBallot;
import fr.allervers.allocation.ballot.Voting;
import fr.allervers.allocation.committee.Capacity;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Twelve voters cast their ballots on the items of a session at once, through HTTP and through the facade. Limit: the same
 * threads insert bare rows of the same content, one in each transaction. Then the votes end together.
 */
@ApplicationTest
class CommitteeVoteBenchmark {

    private static final int VOTERS = 12;

    @Autowired
    CommitteeRoom rooms;

    @Autowired
    Voting voting;

    @Autowired
    MockMvc mvc;

    @Autowired
    Jobs jobs;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource database;

    @AfterEach
    void reset() {
        clock.reset();
        people.signOut();
    }

    /** Something that a voter does on an item. */
    private interface Act {
        void on(Seat voter, long item, long candidate) throws Exception;
    }

    @Test
    void ballotsPerSecond() throws Exception {
        var bench = Bench.rate("committee-cast", "ballots cast per second by 12 voters at once", "1/s", 200);
        var size = bench.size();
        var room = rooms.room(size);
        var voters = voters(room);
        jdbc.execute("create table if not exists bench_ballot (id bigint auto_increment primary key, item_id bigint not"
                + " null, voter_id bigint not null, cast_at datetime(3) not null, marks longtext not null,"
                + " request_key varchar(64) not null, unique key (item_id, voter_id))");
        jdbc.execute(
                "create table if not exists bench_ballot_entry (id bigint auto_increment primary key, item_id bigint"
                        + " not null, content longtext not null, hash char(64) character set ascii not null, request_key"
                        + " varchar(64) character set ascii, unique key (item_id, request_key))");
        warmUp(room, voters);
        bench.side("ours", () -> cast(room, voters, this::facade))
                .side("http", () -> cast(room, voters, this::http))
                .side("limit", () -> bare(voters, size))
                .target("limit", 0.5)
                .note(size
                        + " items; none lost, none double: counted after every round. http: the same through"
                        + " the pages. limit: a transaction with the two rows that a ballot leaves, its own and its"
                        + " entry in the chain.")
                .run(database);
    }

    @Test
    void votesClosedPerSecond() throws Exception {
        var bench = Bench.rate("committee-close", "votes closed and counted per second at one deadline", "1/s", 200);
        var room = rooms.room(bench.size());
        var voters = voters(room);
        bench.side("ours", () -> close(room, voters))
                .note("By the engine's jobs one after the other, from the timer to the president's task.")
                .run(database);
    }

    /** The six, the mayor, and five more. */
    private List<Seat> voters(Room room) {
        people.signIn(room.officer());
        var voters = new ArrayList<>(room.six());
        voters.add(room.mayor());
        while (voters.size() < VOTERS) {
            voters.add(rooms.seat(room.committeeId(), Capacity.PREFECT, Set.of()));
        }
        return voters;
    }

    private List<Long> opened(Room room, List<Seat> voters) {
        var session = rooms.live(room);
        voters.stream().skip(7).forEach(seat -> rooms.arrive(session, seat));
        var items = rooms.items(session);
        items.forEach(item -> rooms.callVote(room, item));
        return items;
    }

    private double cast(Room room, List<Seat> voters, Act act) throws Exception {
        var items = opened(room, voters);
        var candidates =
                items.stream().map(item -> rooms.candidates(item).get(0)).toList();
        var rate = together(voters, items, candidates, act);
        assertThat(jdbc.queryForObject(
                        "select count(*) from ballot where item_id between ? and ?",
                        Long.class,
                        items.get(0),
                        items.get(items.size() - 1)))
                .isEqualTo((long) items.size() * VOTERS);
        assertThat(jdbc.queryForObject(
                        "select count(*) from ballot_entry where item_id between ? and ?",
                        Long.class,
                        items.get(0),
                        items.get(items.size() - 1)))
                .isEqualTo(items.size() * (VOTERS + 1L));
        settle(items);
        return rate;
    }

    /** Each voter replaces their ballots again and again, until what runs often has been compiled. */
    private void warmUp(Room room, List<Seat> voters) throws Exception {
        var items = opened(room, voters);
        var candidates =
                items.stream().map(item -> rooms.candidates(item).get(0)).toList();
        for (var number = 0; number < 8; number++) {
            together(voters, items, candidates, this::facade);
        }
        settle(items);
    }

    private void facade(Seat voter, long item, long candidate) {
        people.signIn(voter.person());
        voting.cast(item, new CastBallot(UUID.randomUUID().toString(), null, List.of(ranked(candidate, 1))));
    }

    private void http(Seat voter, long item, long candidate) throws Exception {
        mvc.perform(post("/commissions/points/" + item + "/bulletin")
                        .with(as(voter.person()))
                        .with(csrf())
                        .param("cle", UUID.randomUUID().toString())
                        .param("avis-" + candidate, "1"))
                .andExpect(status().is3xxRedirection());
    }

    private double bare(List<Seat> voters, int size) throws Exception {
        jdbc.execute("truncate table bench_ballot");
        jdbc.execute("truncate table bench_ballot_entry");
        var items = new ArrayList<Long>();
        for (long item = 1; item <= size; item++) {
            items.add(item);
        }
        return together(voters, items, items, (voter, item, candidate) -> {
            var marks = "[{\"candidate\":" + candidate + ",\"opinion\":\"RANKED\",\"rank\":1}]";
            var key = UUID.randomUUID().toString();
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                insert(
                        connection,
                        "insert into bench_ballot_entry (item_id, content, hash, request_key) values (?, ?, repeat('0', 64), ?)",
                        item,
                        marks,
                        key);
                insert(
                        connection,
                        "insert into bench_ballot (item_id, voter_id, cast_at, marks, request_key) values (?, ?, now(3), ?, ?)",
                        item,
                        voter.memberId(),
                        marks,
                        key);
                connection.commit();
                connection.setAutoCommit(true);
            }
        });
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        }
    }

    private double close(Room room, List<Seat> voters) throws Exception {
        var items = opened(room, voters);
        together(
                voters,
                items,
                items.stream().map(item -> rooms.candidates(item).get(0)).toList(),
                this::facade);
        clock.advance(Duration.ofMinutes(5));
        var start = System.nanoTime();
        jobs.runDue();
        var rate = items.size() / ((System.nanoTime() - start) / 1e9);
        items.forEach(item -> assertThat(rooms.state(item)).isEqualTo("COUNTED"));
        settle(items);
        return rate;
    }

    /** Every voter goes through the items from a place of their own, all at once. */
    private static double together(List<Seat> voters, List<Long> items, List<Long> candidates, Act act)
            throws Exception {
        var threads = Executors.newFixedThreadPool(voters.size());
        var start = System.nanoTime();
        try {
            var acts = new ArrayList<Callable<Boolean>>();
            for (var voter : voters) {
                var from = acts.size() * items.size() / voters.size();
                acts.add(() -> {
                    for (var at = 0; at < items.size(); at++) {
                        var place = (from + at) % items.size();
                        act.on(voter, items.get(place), candidates.get(place));
                    }
                    return true;
                });
            }
            for (var done : threads.invokeAll(acts)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        return voters.size() * items.size() / ((System.nanoTime() - start) / 1e9);
    }

    /** So that the dwellings can be voted on again. */
    private void settle(List<Long> items) {
        jdbc.update(
                "update session_item set state = 'POSTPONED' where id between ? and ?",
                items.get(0),
                items.get(items.size() - 1));
    }
}

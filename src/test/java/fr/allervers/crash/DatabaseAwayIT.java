package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.allervers.dev.LocalMariaDb;
import fr.allervers.shared.PatientMigration;
import fr.allervers.testing.SmppCentre;
import fr.allervers.testing.SmppCentre.Reaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/**
 * The database stops and starts again, once in order and once by a power cut, while people call, a campaign is launched and SMS
 * leave: people are told, nobody signs in again, all goes on by itself. Then its schema gets ahead of the application.
 */
class DatabaseAwayIT {

    private static final int MESSAGES = 1_500;

    /** The eight seconds that a request waits for a connection, and a busy machine. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(20);

    /** For an act in the middle of which the database went away: its own wait, that of the rest of it, that of the audit log. */
    private static final Duration TOLD_AFTER_ALL = Duration.ofSeconds(60);

    private final LocalMariaDb database = LocalMariaDb.in(
            Path.of("target", "mariadb", "away-" + ProcessHandle.current().pid()));
    private final Ground ground = new Ground(database, "away");
    private final Callers callers = new Callers();
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final AtomicInteger brokenOff = new AtomicInteger();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    /** @param after how long somebody waited for it */
    private record Told(Callers.Away page, Duration after) {}

    @Test
    void peopleAreToldAndNothingIsLostOrDoubledWhileTheDatabaseIsAway() throws Exception {
        try (var centre = new SmppCentre(one -> Reaction.TAKE)) {
            var settings = Ground.smpp(centre, 25);
            try (var node = ground.start(settings)) {
                fill();
                // The launch goes on for long, but callers need households from their first call on.
                await().atMost(Duration.ofMinutes(1)).until(() -> in("TO_CALL", "household_call") > 100);
                whilePeopleCall(node, () -> {
                    goOn();
                    outage(database::stop);
                    outage(database::cut);
                });
                assertThat(told).allSatisfy(DatabaseAwayIT::isClear);
                assertThat(brokenOff.get()).as("one a caller and outage").isLessThanOrEqualTo(2 * Callers.NAMES.size());
                await().atMost(Duration.ofMinutes(3)).until(() -> in("LISTED", "household_call") == 0);

                aLaterVersionMigrates();
                whilePeopleCall(node, this::goOn);
                callers.settle(node, ground);
            }
            ground.sentLongAgo();
            // And the old version starts on the later one's schema.
            try (var node = ground.start(settings)) {
                whilePeopleCall(node, this::goOn);
                await().atMost(Duration.ofMinutes(3))
                        .until(() -> in("QUEUED", "outbox_message") + in("SENDING", "outbox_message") == 0);
            }
            assertThat(centre.taken().values())
                    .allSatisfy(times -> assertThat(times.get()).isOne());
            // A receipt that came while nothing could be written was refused: a real centre would send it again.
            assertThat(in("SENT", "outbox_message")
                            + in("DELIVERED", "outbox_message")
                            + in("UNKNOWN", "outbox_message"))
                    .isEqualTo(MESSAGES);
            assertThat(in("UNKNOWN", "outbox_message")).isLessThan(MESSAGES / 10);
            assertThat(centre.takenInAll()).isGreaterThanOrEqualTo(MESSAGES - (int) in("UNKNOWN", "outbox_message"));
        } finally {
            database.stop();
        }
        assertThat(failures).isEmpty();
    }

    private void fill() {
        ground.register();
        Callers.NAMES.forEach(caller -> ground.person(caller, "CALLER"));
        ground.listedCampaign();
        ground.messages("away", MESSAGES);
    }

    private interface Meanwhile {
        void run() throws Exception;
    }

    /** Signed in once: the session outlives every outage. */
    private void whilePeopleCall(Node node, Meanwhile meanwhile) throws Exception {
        var over = new AtomicBoolean();
        var pool = Executors.newFixedThreadPool(Callers.NAMES.size());
        try {
            for (var caller : Callers.NAMES) {
                var person = node.signIn(caller);
                pool.submit(() -> {
                    while (!over.get()) {
                        tryOne(person, caller);
                    }
                });
            }
            meanwhile.run();
        } finally {
            over.set(true);
            pool.shutdown();
            assertThat(pool.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(failures).isEmpty();
    }

    private void tryOne(Node.Person person, String caller) {
        var start = System.nanoTime();
        try {
            callers.callOne(person, caller);
        } catch (Callers.Away e) {
            told.add(new Told(e, Duration.ofNanos(System.nanoTime() - start)));
        } catch (IOException e) {
            // Half of the page had left when the database went: nothing more can be told on it.
            brokenOff.incrementAndGet();
        } catch (Exception | AssertionError e) {
            failures.add(e);
        }
    }

    /** Every caller got several calls through. */
    private void goOn() {
        var before = callers.answered.size();
        await().atMost(Duration.ofMinutes(2)).until(() -> callers.answered.size() > before + 8 || !failures.isEmpty());
    }

    private void outage(Runnable stop) {
        var before = told.size();
        stop.run();
        await().atMost(Duration.ofMinutes(1)).until(() -> told.size() > before + 4 || !failures.isEmpty());
        database.startAgain();
        goOn();
    }

    private static void isClear(Told told) {
        var answer = told.page().answer();
        var reference = answer.headers().firstValue("X-Reference").orElseThrow();
        assertThat(answer.body())
                .contains("Aller vers est indisponible pour le moment", "Attendez une minute", reference)
                .doesNotContain("Exception", "SQL", "Hikari", "\tat ");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .as("the session stays")
                .isEmpty();
        assertThat(told.after()).isLessThan("GET".equals(answer.request().method()) ? TOLD_WITHIN : TOLD_AFTER_ALL);
    }

    /** What a next version may do beside this one (docs/changing.md): columns more in every table, and a table more. */
    private void aLaterVersionMigrates() throws Exception {
        var folder = Files.createDirectories(Path.of("target", "later-migration"));
        var columns = ground.jdbc.sql("""
                        select concat('alter table ', table_name, ' add column if not exists later_fact int;') from information_schema.tables
                         where table_schema = database() and table_type = 'BASE TABLE'
                           and table_name not like 'ACT\\_%' and table_name <> 'flyway_schema_history'
                        """).query(String.class).list();
        assertThat(columns).hasSizeGreaterThan(80);
        Files.writeString(
                folder.resolve("V9999__later.sql"),
                "create table if not exists later_table (id bigint primary key);\n" + String.join("\n", columns));
        var flyway = Flyway.configure()
                .dataSource(ground.url, "root", "")
                .locations("classpath:db/migration", "filesystem:" + folder.toAbsolutePath())
                .load();
        new PatientMigration().migrate(flyway);
        assertThat(flyway.info().current().getVersion().getVersion()).isEqualTo("9999");
    }

    private long in(String state, String table) {
        return ground.count("select count(*) from " + table + " where state = '" + state + "'");
    }
}

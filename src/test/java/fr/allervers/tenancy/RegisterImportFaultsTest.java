package fr.allervers.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.documents.DocumentStore;
import fr.allervers.shared.imports.ImportState;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.RegisterImport.Source;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to an import when the machine stops, the database refuses, or two do the same at once. */
@ApplicationTest
class RegisterImportFaultsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int LINES = 1300;

    @Autowired
    ErasedTenants erased;

    @Autowired
    RegisterImports imports;

    @Autowired
    ImportRunner runner;

    @Autowired
    ImportJournal journal;

    @Autowired
    DocumentStore documents;

    @Autowired
    RegisterChunkWriter writer;

    @Autowired
    Departures departures;

    @Autowired
    JdbcTemplate template;

    @Autowired
    OccupantPhones phones;

    @Autowired
    HouseholdSearch search;

    @Autowired
    Disabilities disabilities;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    private final String prefix = "RF" + NUMBER.incrementAndGet() + "-";
    private StaffMember administrator;

    @BeforeEach
    void signIn() {
        administrator = people.somebody(Role.ADMINISTRATOR);
        people.signIn(administrator);
    }

    @AfterEach
    void reset() {
        people.signOut();
        clock.reset();
    }

    /** As a power cut: nothing catches it. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Writes a chunk and stops before the transaction ends. */
    private RegisterChunkWriter stoppingAt(int chunk, Runnable stop) {
        var calls = new AtomicInteger();
        return new RegisterChunkWriter(template, journal, phones, search, disabilities) {
            @Override
            public void write(ImportJournal.Turn turn, RegisterChunk lines) {
                transactions.executeWithoutResult(status -> {
                    super.write(turn, lines);
                    if (calls.incrementAndGet() == chunk) {
                        stop.run();
                    }
                });
            }
        };
    }

    private ImportRunner runnerWith(RegisterChunkWriter with) {
        return new ImportRunner(journal, documents, with, departures, erased, clock);
    }

    private long queued() {
        var file = new RegisterText(prefix);
        for (var number = 0; number < LINES; number++) {
            if (number % 100 == 7) {
                file.occupant(number, RegisterColumn.PHONE_1, "12");
            } else {
                file.occupant(number);
            }
        }
        var id = imports.upload("r.csv", file.utf8(), Source.SCREEN, null).id();
        imports.start(id);
        return id;
    }

    private long occupants() {
        return count("select count(*) from occupant where code like ?");
    }

    private long count(String sql) {
        return jdbc.sql(sql).param(prefix + "%").query(Long.class).single();
    }

    private void assertWhole(long id) {
        var done = imports.require(id);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.linesDone()).isEqualTo(LINES);
        assertThat(done.created()).isEqualTo(LINES - 13);
        assertThat(done.rejected()).isEqualTo(13);
        assertThat(jdbc.sql("select count(*) from register_import_reject where import_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(13);
        assertThat(occupants()).isEqualTo(LINES - 13);
        assertThat(count("select count(*) from household where code like ?")).isEqualTo(LINES - 13);
        assertThat(count("select count(*) from lease where code like ?")).isEqualTo(LINES - 13);
    }

    @Test
    void aStopInTheMiddleOfAChunkLosesAndDoublesNothing() {
        var id = queued();
        var stopping = runnerWith(stoppingAt(2, () -> {
            throw new PowerCut();
        }));
        assertThatThrownBy(stopping::runAll).isInstanceOf(PowerCut.class);
        assertThat(imports.require(id).linesDone()).isEqualTo(500);
        assertThat(occupants()).isEqualTo(495);

        // The dead node's turn is not over: nobody takes it.
        assertThat(runner.runAll()).isZero();

        clock.advance(Duration.ofMinutes(2));
        assertThat(runner.runAll()).isEqualTo(1);
        assertWhole(id);
    }

    @Test
    void aNodeThatComesBackAfterItsTurnWasTakenWritesNothing() {
        var id = queued();
        var slow = new RegisterChunkWriter(template, journal, phones, search, disabilities) {
            private boolean overtaken;

            @Override
            public void write(ImportJournal.Turn turn, RegisterChunk lines) {
                if (!overtaken) {
                    overtaken = true;
                    clock.advance(Duration.ofMinutes(2));
                    assertThat(runner.runAll()).isEqualTo(1);
                }
                writer.write(turn, lines);
            }
        };
        runnerWith(slow).runAll();
        assertWhole(id);
    }

    @Test
    void aFailureThatPassesIsTriedAgainAtOnce() {
        var id = queued();
        var failing = stoppingAt(2, () -> {
            throw new IllegalStateException("la base ne répond pas");
        });
        assertThat(runnerWith(failing).runAll()).isEqualTo(2);
        assertWhole(id);
    }

    @Test
    void aFailureThatStaysStopsTheImportAndItCanBeResumed() {
        var id = queued();
        var failing = new RegisterChunkWriter(template, journal, phones, search, disabilities) {
            @Override
            public void write(ImportJournal.Turn turn, RegisterChunk lines) {
                throw new IllegalStateException("disque plein");
            }
        };
        assertThat(runnerWith(failing).runAll()).isEqualTo(3);
        var stopped = imports.require(id);
        assertThat(stopped.state()).isEqualTo(ImportState.FAILED);
        assertThat(stopped.problem()).contains("disque plein");
        imports.start(id);
        runner.runAll();
        assertWhole(id);
        assertThat(imports.require(id).problem()).isNull();
    }

    @Test
    void aLineThatOnlyTheDatabaseRefusesIsRejectedAlone() {
        var file = new RegisterText(prefix);
        for (var number = 0; number < 20; number++) {
            file.occupant(number);
        }
        var id = imports.upload("r.csv", file.utf8(), Source.SCREEN, null).id();
        imports.start(id);
        var picky = new RegisterChunkWriter(template, journal, phones, search, disabilities) {
            @Override
            public void write(ImportJournal.Turn turn, RegisterChunk chunk) {
                transactions.executeWithoutResult(status -> {
                    super.write(turn, chunk);
                    if (chunk.lines().stream().anyMatch(line -> line.number() == 9)) {
                        throw new DataIntegrityViolationException("refused");
                    }
                });
            }
        };
        runnerWith(picky).runAll();
        var done = imports.require(id);
        assertThat(done.created()).isEqualTo(19);
        assertThat(imports.firstRejects(id)).singleElement().satisfies(rejected -> {
            assertThat(rejected.lineNo()).isEqualTo(9);
            assertThat(rejected.reason()).contains("base de données");
        });
    }

    @Test
    @Timeout(60)
    void twoNodesNeverRunImportsAtOnceAndBothAreDone() throws Exception {
        var first = queued();
        var second = imports.upload(
                        "r2.csv", new RegisterText("ZZ" + prefix).occupant(1).utf8(), Source.SCREEN, null)
                .id();
        imports.start(second);
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var counting = new RegisterChunkWriter(template, journal, phones, search, disabilities) {
            @Override
            public void write(ImportJournal.Turn turn, RegisterChunk lines) {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                writer.write(turn, lines);
                running.decrementAndGet();
            }
        };
        var turns = AtOnce.times(2, () -> runnerWith(counting).runAll());
        // Whoever found the turn taken went away; the schedule comes again.
        runner.runAll();
        assertThat(most).hasValue(1);
        assertThat(turns.stream().mapToInt(Integer::intValue).sum()).isBetween(1, 2);
        assertWhole(first);
        assertThat(imports.require(second).created()).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void twoWhoStartTheSameImportStartItOnce() throws Exception {
        var id = imports.upload("r.csv", new RegisterText(prefix).occupant(1).utf8(), Source.SCREEN, null)
                .id();
        Callable<Integer> start = () -> {
            people.signIn(administrator);
            try {
                imports.start(id);
                return 1;
            } catch (UserError e) {
                return 0;
            } finally {
                people.signOut();
            }
        };
        assertThat(AtOnce.times(2, start)).containsExactlyInAnyOrder(0, 1);
        runner.runAll();
    }
}

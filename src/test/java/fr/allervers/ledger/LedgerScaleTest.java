package fr.allervers.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.ledger.LedgerImport.Source;
import fr.allervers.ledger.LedgerImport.State;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 100,000 entries go through without the memory that they would take together, and what they leave is swept in one query. */
@ApplicationTest
class LedgerScaleTest {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerScaleTest.class);
    private static final int LINES = 100_000;
    private static final int LEASES = 5_000;

    /** As objects the lines would take ten times that; the counts of what is identical take 5 MB. */
    private static final long MOST_BYTES = 40L * 1024 * 1024;

    private static final int LOOK_EVERY_MS = 500;

    @Autowired
    LedgerImports imports;

    @Autowired
    LedgerImportRunner runner;

    @Autowired
    RentAccounts accounts;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    People people;

    @BeforeEach
    void signIn() {
        people.signIn(people.somebody(Role.RENT_OFFICER));
    }

    @AfterEach
    void signOut() {
        people.signOut();
    }

    @Test
    void aHundredThousandEntriesStreamInConstantMemory() throws InterruptedException {
        var tenant = tenants.tenant();
        jdbc.update(
                "insert into lease (code, dwelling_id, household_id, starts_on) select concat('LS', seq), h.dwelling_id, h.id, '2020-01-01' from seq_1_to_"
                        + LEASES + " join household h on h.id = ?",
                tenant.householdId());
        var before = usedAfterCollection();
        var over = new CountDownLatch(1);
        var most = new AtomicLong();
        var watcher = new Thread(() -> {
            do {
                most.accumulateAndGet(usedAfterCollection(), Math::max);
            } while (!isOver(over));
        });
        watcher.start();
        long id;
        long start;
        try {
            id = imports.upload("grand.csv", new Lines(), Source.SCREEN, null).id();
            if (imports.require(id).state() == State.MAPPING) {
                imports.map(id, imports.columns(id).proposed(), "grand");
            }
            imports.start(id);
            start = System.nanoTime();
            runner.runAll();
        } finally {
            over.countDown();
            watcher.join();
        }
        LOG.info("{} entries in {} ms", LINES, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        var done = imports.require(id);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.posted()).isEqualTo(LINES);
        assertThat(most.get() - before).as("bytes held more than before").isLessThan(MOST_BYTES);
        assertThat(jdbc.queryForObject(
                        "select count(*) from rent_account a join lease l on l.id = a.lease_id where l.code like 'LS%' and a.balance_cents = 100 * ?",
                        Integer.class, LINES / LEASES))
                .isEqualTo(LEASES);
        sweep(tenant.householdId());
    }

    private void sweep(long householdId) {
        var first = jdbc.queryForObject("select min(id) from lease where household_id = ?", Long.class, householdId);
        var start = System.nanoTime();
        var on = MovableClock.START.atZone(ZoneId.of("Europe/Paris")).toLocalDate();
        var found = new ArrayList<>(accounts.inDebt(on, 1, first - 1, LEASES));
        LOG.info("{} standings in {} ms", found.size(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        assertThat(found.stream().filter(one -> one.householdId() == householdId))
                .hasSize(LEASES);
        var bare = new ArrayList<Object[]>();
        for (var number = 0; number < LINES; number++) {
            bare.add(new Object[] {first + number % LEASES, EntryKey.of("bare", number)});
        }
        var began = System.nanoTime();
        for (var from = 0; from < LINES; from += 1000) {
            jdbc.batchUpdate(
                    "insert into rent_entry (lease_id, kind, side, amount_cents, value_on, due_on, period, label, booked_at, booked_by, entry_key) values (?, 'RENT', 'D', 100, '2026-11-05', '2026-11-05', '2026-11-01', 'Loyer', now(3), 'x', ?)",
                    bare.subList(from, from + 1000));
        }
        LOG.info("The same rows, bare: {} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    private static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static boolean isOver(CountDownLatch over) {
        try {
            return over.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The file, made while it is read. */
    private static final class Lines extends InputStream {

        private byte[] line = "Code bail;Date;Nature;Montant;Numéro écriture\n".getBytes(StandardCharsets.UTF_8);
        private int at;
        private int number;

        @Override
        public int read() {
            if (at == line.length) {
                if (number == LINES) {
                    return -1;
                }
                line = ("LS" + (1 + number % LEASES) + ";05/11/2026;Loyer;1,00;E" + number + "\n")
                        .getBytes(StandardCharsets.UTF_8);
                number++;
                at = 0;
            }
            return line[at++] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            var next = read();
            if (next < 0) {
                return -1;
            }
            buffer[offset] = (byte) next;
            var more = Math.min(length - 1, line.length - at);
            System.arraycopy(line, at, buffer, offset + 1, more);
            at += more;
            return more + 1;
        }
    }
}

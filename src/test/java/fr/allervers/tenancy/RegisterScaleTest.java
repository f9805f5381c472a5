package fr.allervers.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.staff.Role;
import fr.allervers.tenancy.RegisterImport.Source;
import fr.allervers.tenancy.RegisterImport.State;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 50,000 occupants go through without the memory that they would take together. */
@ApplicationTest
class RegisterScaleTest {

    private static final int OCCUPANTS = 50_000;

    /** The file is some 12 MB, its lines as objects ten times that; the fingerprints of what it said take 6. */
    private static final long MOST_BYTES = 40L * 1024 * 1024;

    private static final long LOOK_EVERY_MS = 1500;

    @Autowired
    RegisterImports imports;

    @Autowired
    ImportRunner runner;

    @Autowired
    People people;

    @BeforeEach
    void signIn() {
        people.signIn(people.somebody(Role.ADMINISTRATOR));
    }

    @AfterEach
    void signOut() {
        people.signOut();
    }

    @Test
    void fiftyThousandOccupantsStreamInConstantMemory() throws InterruptedException {
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
        try {
            id = imports.upload("grand.csv", new Occupants(), Source.SCREEN, null)
                    .id();
            imports.start(id);
            runner.runAll();
        } finally {
            over.countDown();
            watcher.join();
        }
        var done = imports.require(id);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.created()).isEqualTo(OCCUPANTS);
        assertThat(most.get() - before).as("bytes held more than before").isLessThan(MOST_BYTES);
    }

    private static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Looks at the memory every so often, and ends with the import and not after. */
    private static boolean isOver(CountDownLatch over) {
        try {
            return over.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The file, made while it is read. */
    private static final class Occupants extends InputStream {

        private byte[] line = new RegisterText("RS-").utf8Bytes();
        private int at;
        private int number;

        @Override
        public int read() {
            if (at == line.length) {
                if (number == OCCUPANTS) {
                    return -1;
                }
                line = next();
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

        /** Two occupants to a household, 20 dwellings to a building. */
        private byte[] next() {
            var household = number / 2;
            var changes = new Object[] {
                RegisterColumn.OCCUPANT_CODE, "RS-O" + number,
                RegisterColumn.BUILDING_CODE, "RS-B" + household / 20,
                RegisterColumn.BUILDING_NAME, "Résidence " + household / 20,
                RegisterColumn.LAST_NAME, "Nom" + household,
                RegisterColumn.FIRST_NAME, "Prénom" + number,
                RegisterColumn.PHONE_1, "01 99 00 %02d %02d".formatted(number / 100 % 100, number % 100)
            };
            number++;
            var text = new String(
                    new RegisterText("RS-").occupant(household, changes).utf8Bytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
        }
    }
}

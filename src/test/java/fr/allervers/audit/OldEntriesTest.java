package fr.allervers.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.shared.personal.DataKind;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.io.BufferedReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The oldest part of the log leaves, and what is kept can still be verified. Each test's first kept day is after all that there is. */
@ApplicationTest
class OldEntriesTest {

    @Autowired
    OldEntries old;

    @Autowired
    AuditChain chain;

    @Autowired
    AuditTrail trail;

    @Autowired
    Sealing sealing;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private StaffMember administrator;
    private LocalDate day;

    @BeforeEach
    void aDayAfterAllThatThereIs() {
        administrator = people.somebody(Role.ADMINISTRATOR);
        people.signIn(administrator);
        sealing.seal();
        var latest =
                jdbc.sql("select max(at) from audit_entry").query(Instant.class).optional();
        day = LocalDate.ofInstant(
                        latest.filter(at -> at.isAfter(clock.instant())).orElse(clock.instant()), ZoneOffset.UTC)
                .plusDays(2);
    }

    @AfterEach
    void reset() {
        clock.reset();
        people.signOut();
    }

    private void write(Instant at, String route) {
        clock.set(at);
        trail.write(new Actor(Actor.Kind.STAFF, administrator.id()), Act.SEEN, Outcome.DONE, null, route, null);
        sealing.seal();
    }

    private int letGo(LocalDate before, int limit) {
        Integer gone = transaction.execute(status -> old.purge(before, limit));
        return gone == null ? 0 : gone;
    }

    private void letAllGo(LocalDate before) {
        while (letGo(before, 500) > 0) {
            // chunk after chunk
        }
    }

    private List<String> kept() {
        return jdbc.sql("select route from audit_entry where actor_id = ? order by seq")
                .param(administrator.id())
                .query(String.class)
                .list();
    }

    private Instant midnight() {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Test
    void whatIsOlderThanTheFirstKeptDayGoesAndTheRestIsVerifiedFromThere() {
        write(midnight().minusMillis(1), "day before");
        write(midnight(), "on the day");
        write(midnight().plus(Duration.ofDays(1)), "day after");
        letAllGo(day);
        assertThat(kept()).containsExactly("on the day", "day after");
        var report = chain.verify();
        assertThat(report.fault()).isNull();
        assertThat(report.entries()).isEqualTo(2);
        assertThat(report.from()).isPositive();
    }

    @Test
    void aCopyFromBeforeAndOneFromAfterAgreeOnWhereTheyMeet() throws Exception {
        write(midnight().minusMillis(1), "gone");
        write(midnight(), "kept");
        var before = copy();
        letAllGo(day);
        var after = copy();
        assertThat(VerifyAudit.of(new BufferedReader(new StringReader(String.join("\n", after))), end(before)))
                .isEqualTo(chain.verify());
        var meeting = before.get(before.size() - 2);
        assertThat(meeting)
                .contains(
                        "\"gone\"", ChainCopy.begin(after.get(0)).report().end().split(":")[1]);
    }

    private List<String> copy() {
        var lines = new ArrayList<String>();
        chain.copy(lines::add);
        return lines;
    }

    private static String end(List<String> copy) {
        var last = ChainCopy.entry(copy.get(copy.size() - 1));
        return last.seq() + ":" + java.util.HexFormat.of().formatHex(last.hash());
    }

    @Test
    void anOlderEntryBehindOneThatIsKeptWaitsForIt() {
        write(midnight(), "kept");
        write(midnight().minusSeconds(3), "sealed late");
        letAllGo(day);
        assertThat(kept()).containsExactly("kept", "sealed late");
        letAllGo(day.plusDays(1));
        assertThat(kept()).isEmpty();
        assertThat(chain.verify().fault()).isNull();
    }

    @Test
    void aKilledChunkIsDoneByTheNextRun() {
        for (var number = 0; number < 5; number++) {
            write(midnight().minusSeconds(60 - number), "entry " + number);
        }
        letAllGo(day.minusDays(1));
        transaction.executeWithoutResult(status -> {
            assertThat(old.purge(day, 2)).isEqualTo(2);
            status.setRollbackOnly(); // the node dies before its commit
        });
        assertThat(kept()).hasSize(5);
        assertThat(letGo(day, 2)).isEqualTo(2);
        assertThat(chain.verify().fault()).isNull();
        letAllGo(day);
        assertThat(letGo(day, 2)).isZero();
        assertThat(chain.verify()).satisfies(report -> {
            assertThat(report.fault()).isNull();
            assertThat(report.entries()).isZero();
        });
    }

    @Test
    void nothingLeavesInAnotherWay() {
        write(midnight(), "kept");
        write(midnight(), "kept too");
        refused("delete from audit_entry where actor_id = ?", administrator.id());
        refused("update audit_chain set from_seq = seq - 1, from_hash = hash where id = ?", 1);
        refused("update audit_chain set from_seq = seq + 1 where id = ?", 1);
        refused("update audit_chain set from_hash = hash where id = ?", 1);
        refused("update audit_chain set seq = seq - 1 where id = ?", 1);
        refused("delete from audit_chain where id = ?", 1);
        letAllGo(day.plusDays(1));
        refused("update audit_chain set from_seq = from_seq - 1 where id = ?", 1);
        assertThat(chain.verify().fault()).isNull();
    }

    private void refused(String sql, @Nullable Object value) {
        assertThatThrownBy(() -> jdbc.sql(sql).param(value).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void sealingVerifyingAndLettingGoAtTheSameTimeLeaveOneChain() throws Exception {
        clock.set(midnight().minusSeconds(5));
        var writer = Executors.callable(() -> {
            for (var turn = 0; turn < 40; turn++) {
                trail.write(Actor.NOBODY, Act.SEEN, Outcome.DONE, null, "GET /essai", null);
                sealing.seal();
            }
        });
        var leaver = Executors.callable(() -> {
            for (var turn = 0; turn < 40; turn++) {
                letGo(day, 3);
            }
        });
        var verifier = Executors.callable(() -> {
            people.signIn(administrator);
            for (var turn = 0; turn < 20; turn++) {
                assertThat(chain.verify().fault()).isNull();
            }
        });
        AtOnce.all(List.of(writer, leaver, verifier));
        assertThat(chain.verify().fault()).isNull();
    }

    @Test
    void itIsKeptForAYearUntilSomebodySaysOtherwise() {
        assertThat(old.kind()).isEqualTo(DataKind.AUDIT);
        assertThat(jdbc.sql("select months from retention_setting where kind = 'AUDIT'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(12);
    }
}

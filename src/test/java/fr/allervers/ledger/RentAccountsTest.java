package fr.allervers.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.ledger.Leases.Let;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.Statements;
import fr.allervers.testing.Tenants;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an account says of itself on any day, and that nothing changes what was booked. */
@ApplicationTest
class RentAccountsTest {

    /** The day of the tests' clock. */
    private static final LocalDate TODAY =
            MovableClock.START.atZone(java.time.ZoneId.of("Europe/Paris")).toLocalDate();

    @Autowired
    RentAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tenants tenants;

    private Leases leases;
    private Let let;

    @BeforeEach
    void lease() {
        leases = new Leases(jdbc, tenants);
        let = leases.lease();
    }

    private record Told(EntryKind kind, long cents, LocalDate on) {}

    private void book(EntryKind kind, long cents, String day) {
        book(let, new Told(kind, cents, LocalDate.parse(day)));
    }

    private void book(Let on, Told told) {
        assertThat(accounts.book(new Booking(
                        UUID.randomUUID().toString(),
                        on.id(),
                        told.kind(),
                        null,
                        told.cents(),
                        told.on(),
                        "essai",
                        null)))
                .isTrue();
    }

    private Standing on(String day) {
        return accounts.standing(let.id(), LocalDate.parse(day));
    }

    private long lastEntry() {
        return jdbc.sql("select max(id) from rent_entry where lease_id = ?")
                .param(let.id())
                .query(Long.class)
                .single();
    }

    @Test
    void anAccountWithoutEntriesIsEmptyAndALeaseThatIsNotThereHasNone() {
        var empty = accounts.standing(let.id(), TODAY);
        assertThat(empty.balanceCents()).isZero();
        assertThat(empty.debtSince()).isNull();
        assertThat(empty.lastPaymentOn()).isNull();
        assertThat(empty.agencyId()).isEqualTo(let.tenant().agencyId());
        assertThatThrownBy(() -> accounts.standing(-1, TODAY)).isInstanceOf(UnknownAccount.class);
        assertThatThrownBy(() -> book(new Let(-1, "", let.tenant(), "", ""), new Told(EntryKind.RENT, 1, TODAY)))
                .isInstanceOf(UnknownAccount.class);
    }

    @Test
    void anEntryCountsFromItsDayOn() {
        book(EntryKind.RENT, 50000, "2026-11-05");
        assertThat(on("2026-11-04").balanceCents()).isZero();
        assertThat(on("2026-11-05").balanceCents()).isEqualTo(50000);
        assertThat(on("2026-11-05").debtSince()).isEqualTo("2026-11-05");
    }

    @Test
    void paymentsCountOnTheOldestChargeFirst() {
        book(EntryKind.RENT, 50000, "2026-09-05");
        book(EntryKind.RENT, 50000, "2026-10-05");
        book(EntryKind.RENT, 50000, "2026-11-05");
        book(EntryKind.PAYMENT, 49999, "2026-10-20");
        assertThat(on("2026-11-24").debtSince()).isEqualTo("2026-09-05");
        book(EntryKind.PAYMENT, 1, "2026-11-10");
        assertThat(on("2026-11-24").debtSince()).isEqualTo("2026-10-05");
        assertThat(on("2026-11-24").daysOwed()).isEqualTo(50);
        assertThat(on("2026-11-24").lastPaymentOn()).isEqualTo("2026-11-10");
        assertThat(on("2026-11-24").lastPaymentCents()).isEqualTo(1);
        book(EntryKind.PAYMENT, 100000, "2026-11-24");
        assertThat(on("2026-11-24").debtSince()).isNull();
        assertThat(on("2026-11-23").debtSince()).isEqualTo("2026-10-05");
    }

    @Test
    void aRejectedDebitMakesTheDebtAsOldAsItWas() {
        book(EntryKind.RENT, 50000, "2026-09-05");
        book(EntryKind.PAYMENT, 50000, "2026-09-08");
        book(EntryKind.RENT, 50000, "2026-10-05");
        assertThat(on("2026-11-24").debtSince()).isEqualTo("2026-10-05");
        book(EntryKind.REJECTED_DEBIT, 50000, "2026-11-12");
        assertThat(on("2026-11-24").debtSince()).isEqualTo("2026-09-05");
        assertThat(on("2026-11-11").debtSince()).isEqualTo("2026-10-05");
    }

    @Test
    void aChargeThatIsReversedLeavesNoAge() {
        book(EntryKind.RENT, 50000, "2026-09-05");
        accounts.reverse(lastEntry(), "double appel");
        book(EntryKind.RENT, 50000, "2026-11-05");
        var standing = on("2026-11-24");
        assertThat(standing.balanceCents()).isEqualTo(50000);
        assertThat(standing.debtSince()).isEqualTo("2026-11-05");
        assertThat(on("2026-11-23").balanceCents())
                .as("the past stays as it was booked")
                .isEqualTo(100000);
    }

    @Test
    void aPaymentThatIsReversedIsNoLastPaymentAndNoneForPlans() {
        book(EntryKind.RENT, 50000, "2026-09-05");
        book(EntryKind.PAYMENT, 10000, "2026-10-01");
        book(EntryKind.PAYMENT, 20000, "2026-11-24");
        accounts.reverse(lastEntry(), "chèque sans provision");
        assertThat(on("2026-11-24").lastPaymentOn()).isEqualTo("2026-10-01");
        assertThat(accounts.payments(List.of(let.id()), LocalDate.parse("2026-09-01"), TODAY)
                        .get(let.id()))
                .singleElement()
                .satisfies(payment -> assertThat(payment.amountCents()).isEqualTo(-10000));
    }

    @Test
    void anEntryIsReversedOnceAndAReversalNever() {
        book(EntryKind.RENT, 50000, "2026-09-05");
        var rent = lastEntry();
        accounts.reverse(rent, "erreur");
        assertThatThrownBy(() -> accounts.reverse(rent, "encore"))
                .isInstanceOf(UserError.class)
                .hasMessage("ledger.reversal.twice");
        assertThatThrownBy(() -> accounts.reverse(lastEntry(), "encore")).hasMessage("ledger.reversal.of-reversal");
        assertThat(leases.balance(let.id())).isZero();
    }

    @Test
    void theDatabaseItselfChangesAndDeletesNothing() {
        book(EntryKind.RENT, 50000, "2026-09-05");
        assertThatThrownBy(() -> jdbc.sql("update rent_entry set amount_cents = 1 where lease_id = ?")
                        .param(let.id())
                        .update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql("delete from rent_entry where lease_id = ?")
                        .param(let.id())
                        .update())
                .hasMessageContaining("never deleted");
    }

    @ParameterizedTest
    @CsvSource({
        // months before the last charge of which the aid is, aid counted
        "0, 20000",
        "1, 20000",
        "2, 20000",
        "3, 0"
    })
    void theAidCountsWhileItIsOnItsWay(int monthsBefore, long aid) {
        book(EntryKind.RENT, 42000, "2026-11-05");
        book(EntryKind.SERVICE_CHARGES, 8000, "2026-11-05");
        book(
                EntryKind.HOUSING_AID,
                20000,
                LocalDate.parse("2026-11-08").minusMonths(monthsBefore).toString());
        var standing = on("2026-11-24");
        assertThat(standing.grossMonthCents()).isEqualTo(50000);
        assertThat(standing.aidMonthCents()).isEqualTo(aid);
        assertThat(standing.monthCents()).isEqualTo(50000 - aid);
    }

    @Test
    void aHoldCountsFromItsFirstDayToItsLastAndNoLongerWhenLifted() {
        book(EntryKind.RENT, 50000, "2026-09-05");
        var id = accounts.hold(new Hold(
                0,
                let.id(),
                HoldKind.DISPUTED,
                20000,
                LocalDate.parse("2026-11-10"),
                LocalDate.parse("2026-11-20"),
                "charges",
                "x"));
        assertThat(on("2026-11-09").collectableCents()).isEqualTo(50000);
        assertThat(on("2026-11-10").collectableCents()).isEqualTo(30000);
        assertThat(on("2026-11-20").collectableCents()).isEqualTo(30000);
        assertThat(on("2026-11-21").collectableCents()).isEqualTo(50000);
        accounts.lift(id);
        accounts.lift(id);
        assertThat(on("2026-11-15").collectableCents()).isEqualTo(50000);
        assertThatThrownBy(() -> accounts.hold(new Hold(0, let.id(), HoldKind.FROZEN, 0, TODAY, null, "x", "x")))
                .isInstanceOf(UserError.class);
    }

    @Test
    void theSweepFindsWhoOwesEnoughOnThatDay() {
        book(EntryKind.RENT, 5000, "2026-09-05");
        var other = leases.lease();
        book(other, new Told(EntryKind.RENT, 4999, TODAY));
        var later = leases.lease();
        book(later, new Told(EntryKind.RENT, 9000, TODAY.plusDays(1)));
        assertThat(found(TODAY, 5000)).contains(let.id()).doesNotContain(other.id(), later.id());
        assertThat(found(TODAY, 4999)).contains(let.id(), other.id());
        assertThat(found(TODAY.plusDays(1), 5000)).contains(later.id());
        assertThat(found(LocalDate.parse("2026-09-04"), 1)).doesNotContain(let.id());
        var first = accounts.inDebt(TODAY, 4999, let.id() - 1, 1);
        assertThat(first).singleElement().satisfies(one -> {
            assertThat(one.leaseId()).isEqualTo(let.id());
            assertThat(one).isEqualTo(accounts.standing(let.id(), TODAY));
        });
        assertThat(accounts.inDebt(TODAY, 4999, let.id(), 1))
                .extracting(Standing::leaseId)
                .containsExactly(other.id());
    }

    private List<Long> found(LocalDate on, long least) {
        return accounts.inDebt(on, least, let.id() - 1, 1000).stream()
                .map(Standing::leaseId)
                .toList();
    }

    @Test
    void manyStandingsCostOneQuery() throws Exception {
        var ids = IntStream.range(0, 5).mapToObj(number -> leases.lease().id()).toList();
        assertThat(Statements.during(
                        () -> assertThat(accounts.standings(ids, TODAY)).hasSize(5)))
                .isEqualTo(1);
        assertThat(Statements.during(() -> accounts.inDebt(TODAY, 1, 0, 1000))).isEqualTo(1);
    }

    @Test
    void theSameBookingIsBookedOnceWhoeverSendsIt() throws Exception {
        var key = UUID.randomUUID().toString();
        var booking = new Booking(key, let.id(), EntryKind.PAYMENT, Means.CASH, 10000, TODAY, "x", null);
        assertThat(AtOnce.times(4, () -> Retry.onConflict(() -> accounts.book(booking))))
                .containsOnlyOnce(true);
        assertThat(leases.balance(let.id())).isEqualTo(-10000);
        assertThat(leases.entries(let.id())).isEqualTo(1);
    }

    @Test
    void manyWhoBookAtOnceLoseNothing() throws Exception {
        AtOnce.times(
                6,
                () -> Retry.onConflict(() -> accounts.book(new Booking(
                        UUID.randomUUID().toString(), let.id(), EntryKind.RENT, null, 100, TODAY, "x", null))));
        assertThat(leases.balance(let.id())).isEqualTo(600);
    }

    @Test
    void anyOrderOfAnyEntriesGivesTheSumAndTheAgeThatCountingByHandGives() {
        var random = new Random(824);
        for (var round = 0; round < 12; round++) {
            var told = new ArrayList<Told>();
            for (var number = 0; number < 3 + random.nextInt(14); number++) {
                var kind = EntryKind.values()[random.nextInt(EntryKind.values().length)];
                told.add(new Told(kind, 1 + random.nextInt(60000), TODAY.minusDays(random.nextInt(400))));
            }
            var one = leases.lease();
            var other = leases.lease();
            told.forEach(entry -> book(one, entry));
            var shuffled = new ArrayList<>(told);
            Collections.shuffle(shuffled, random);
            shuffled.forEach(entry -> book(other, entry));
            for (var on : List.of(TODAY, TODAY.minusDays(100), TODAY.minusDays(401))) {
                var standing = accounts.standing(one.id(), on);
                assertThat(standing.balanceCents()).isEqualTo(sum(told, on));
                assertThat(standing.debtSince()).as(told + " on " + on).isEqualTo(oldestUnpaid(told, on));
                assertThat(accounts.standing(other.id(), on).balanceCents()).isEqualTo(standing.balanceCents());
                assertThat(accounts.standing(other.id(), on).debtSince()).isEqualTo(standing.debtSince());
            }
            assertThat(leases.balance(one.id())).isEqualTo(sum(told, TODAY));
        }
    }

    private static long sum(List<Told> told, LocalDate on) {
        return told.stream()
                .filter(entry -> !entry.on().isAfter(on))
                .mapToLong(entry -> entry.kind().isDebit() ? entry.cents() : -entry.cents())
                .sum();
    }

    /** As a clerk would: strike the charges off, oldest first, until the money is used up. */
    private static @Nullable LocalDate oldestUnpaid(List<Told> told, LocalDate on) {
        var past = told.stream().filter(entry -> !entry.on().isAfter(on)).toList();
        if (sum(told, on) <= 0) {
            return null;
        }
        var money = past.stream()
                .filter(entry -> entry.kind().side() == EntryKind.Side.SETTLED)
                .mapToLong(entry -> entry.kind().isDebit() ? -entry.cents() : entry.cents())
                .sum();
        var charges = past.stream()
                .filter(entry -> entry.kind().side() == EntryKind.Side.DUE)
                .sorted((a, b) -> a.on().compareTo(b.on()))
                .toList();
        for (var charge : charges) {
            money -= charge.cents();
            if (money < 0) {
                return charge.on();
            }
        }
        return null;
    }
}

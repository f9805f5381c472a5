package fr.allervers.arrears.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.arrears.plan.Allocation.Paid;
import fr.allervers.ledger.Entry;
import fr.allervers.ledger.EntryKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which instalments of 50 €, due on the 10th from December 2026 on, are paid. The rent is 500 €, charged on the 1st. */
class AllocationTest {

    private static final LocalDate READ = LocalDate.of(2026, 11, 24);
    private static final Instant READ_AT = Instant.parse("2026-11-24T09:00:00Z");
    private static final List<Instalment> INSTALMENTS = List.of(
            new Instalment(1, LocalDate.of(2026, 12, 10), 5_000),
            new Instalment(2, LocalDate.of(2027, 1, 10), 5_000),
            new Instalment(3, LocalDate.of(2027, 2, 10), 5_000));

    private final List<Entry> account = new ArrayList<>();

    private Entry book(EntryKind kind, String on, long cents) {
        return book(kind, on, cents, null, null);
    }

    private Entry book(EntryKind kind, String on, long cents, @Nullable Long reverses, @Nullable Instant bookedAt) {
        var day = LocalDate.parse(on);
        var entry = new Entry(
                account.size() + 1,
                7,
                kind,
                null,
                cents,
                day,
                day.withDayOfMonth(1),
                kind.name(),
                null,
                reverses,
                null,
                null,
                bookedAt == null ? day.atTime(12, 0).toInstant(ZoneOffset.UTC) : bookedAt,
                "test",
                null);
        account.add(entry);
        return entry;
    }

    private Entry rent(String on) {
        return book(EntryKind.RENT, on, 50_000);
    }

    private Entry pay(String on, long cents) {
        return book(EntryKind.PAYMENT, on, -cents);
    }

    private void reverse(Entry entry, String on) {
        var reversal = book(entry.kind(), on, -entry.amountCents(), entry.id(), null);
        account.set(
                account.indexOf(entry),
                new Entry(
                        entry.id(),
                        entry.leaseId(),
                        entry.kind(),
                        entry.means(),
                        entry.amountCents(),
                        entry.valueOn(),
                        entry.period(),
                        entry.label(),
                        entry.reference(),
                        null,
                        reversal.id(),
                        null,
                        entry.bookedAt(),
                        entry.bookedBy(),
                        null));
    }

    private List<Long> paid() {
        return Allocation.allocate(INSTALMENTS, PlanMovements.since(account, READ, READ_AT)).stream()
                .map(Paid::paidCents)
                .toList();
    }

    @Test
    void moneyCoversTheRentThatIsDueThenTheOldestInstalment() {
        rent("2026-12-01");
        pay("2026-12-10", 55_000);
        assertThat(paid()).containsExactly(5_000L, 0L, 0L);
    }

    @Test
    void aNewRentTakesNothingFromAnInstalmentThatWasPaid() {
        rent("2026-12-01");
        pay("2026-12-10", 55_000);
        rent("2027-01-01");
        assertThat(paid()).containsExactly(5_000L, 0L, 0L);
    }

    @Test
    void aPaymentThatOnlyCoversTheRentPaysNoInstalment() {
        rent("2026-12-01");
        pay("2026-12-10", 50_000);
        assertThat(paid()).containsExactly(0L, 0L, 0L);
    }

    @Test
    void aPartOfAnInstalmentIsKeptAndCompletedLater() {
        rent("2026-12-01");
        pay("2026-12-10", 52_000);
        assertThat(paid()).containsExactly(2_000L, 0L, 0L);
        pay("2026-12-15", 3_000);
        assertThat(paid()).containsExactly(5_000L, 0L, 0L);
    }

    @Test
    void anEarlyPaymentCountsAhead() {
        pay("2026-11-28", 12_000);
        rent("2026-12-01");
        assertThat(paid()).containsExactly(5_000L, 5_000L, 2_000L);
    }

    @Test
    void rentThatWasNotPaidComesBeforeTheNextInstalment() {
        rent("2026-12-01");
        rent("2027-01-01");
        pay("2027-01-10", 55_000);
        assertThat(paid()).containsExactly(0L, 0L, 0L);
        pay("2027-01-20", 50_000);
        assertThat(paid()).containsExactly(5_000L, 0L, 0L);
    }

    @Test
    void onOneDayTheRentIsChargedBeforeTheMoneyComes() {
        pay("2026-12-01", 55_000);
        rent("2026-12-01");
        assertThat(paid()).containsExactly(5_000L, 0L, 0L);
    }

    @Test
    void housingAidLowersTheRentAndIsNoInstalment() {
        rent("2026-12-01");
        book(EntryKind.HOUSING_AID, "2026-12-05", -30_000);
        pay("2026-12-10", 25_000);
        assertThat(paid()).containsExactly(5_000L, 0L, 0L);
    }

    @Test
    void aidBeyondTheRentWaitsForTheNextRent() {
        book(EntryKind.HOUSING_AID, "2026-11-28", -30_000);
        rent("2026-12-01");
        pay("2026-12-10", 25_000);
        assertThat(paid()).containsExactly(5_000L, 0L, 0L);
    }

    @Test
    void anotherChargeNeitherTakesAnInstalmentNorPaysOne() {
        rent("2026-12-01");
        book(EntryKind.OTHER_CHARGE, "2026-12-02", 30_000);
        pay("2026-12-10", 55_000);
        assertThat(paid()).containsExactly(5_000L, 0L, 0L);
    }

    @Test
    void aReversedPaymentReopensTheInstalment() {
        rent("2026-12-01");
        var payment = pay("2026-12-10", 55_000);
        reverse(payment, "2026-12-20");
        assertThat(paid()).containsExactly(0L, 0L, 0L);
    }

    @Test
    void aRejectedDebitReopensTheInstalmentThatItsPaymentHadPaid() {
        rent("2026-12-01");
        pay("2026-12-05", 55_000);
        book(EntryKind.REJECTED_DEBIT, "2026-12-09", 55_000);
        assertThat(paid()).containsExactly(0L, 0L, 0L);
        pay("2026-12-12", 55_000);
        assertThat(paid()).containsExactly(5_000L, 0L, 0L);
    }

    @Test
    void aRejectionOfAPaymentFromBeforeThePlanTakesNothingFromIt() {
        pay("2026-11-20", 50_000);
        pay("2026-11-28", 5_000);
        book(EntryKind.REJECTED_DEBIT, "2026-11-29", 50_000);
        assertThat(paid()).containsExactly(5_000L, 0L, 0L);
    }

    @Test
    void aRejectionWithoutItsPaymentTakesBackWhatItTook() {
        pay("2026-11-28", 8_000);
        book(EntryKind.REJECTED_DEBIT, "2026-11-29", 4_000);
        assertThat(paid()).containsExactly(4_000L, 0L, 0L);
    }

    @Test
    void whatWasInTheDebtDoesNotCountAgainAndWhatAFileBringsLateIsNotLost() {
        pay("2026-11-24", 5_000);
        account.set(0, at(account.get(0), READ_AT));
        assertThat(paid()).containsExactly(0L, 0L, 0L);
        account.set(0, at(account.get(0), READ_AT.plusMillis(1)));
        assertThat(paid()).containsExactly(5_000L, 0L, 0L);
    }

    private static Entry at(Entry entry, Instant bookedAt) {
        return new Entry(
                entry.id(),
                entry.leaseId(),
                entry.kind(),
                entry.means(),
                entry.amountCents(),
                entry.valueOn(),
                entry.period(),
                entry.label(),
                null,
                null,
                null,
                null,
                bookedAt,
                entry.bookedBy(),
                null);
    }

    @Test
    void moreThanTheWholePlanLeavesNothingMissing() {
        pay("2026-11-28", 99_999);
        assertThat(paid()).containsExactly(5_000L, 5_000L, 5_000L);
    }
}

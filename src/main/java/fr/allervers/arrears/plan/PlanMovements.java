package fr.allervers.arrears.plan;

import fr.allervers.arrears.plan.Allocation.Movement;
import fr.allervers.arrears.plan.Allocation.What;
import fr.allervers.ledger.Entry;
import fr.allervers.ledger.EntryKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads a rent account as a plan sees it. */
final class PlanMovements {

    private PlanMovements() {}

    /**
     * What moved since the debt of a plan was read, oldest first, charges before money on one day. What was taken back is as if it
     * had never been: an entry and its reversal, a rejected debit and the payment that it rejects. Other charges than rent
     * are no matter of the plan: they neither take an instalment's money nor break it.
     *
     * @param entries of the account, from some months before the debt was read
     * @param debtAsOf the debt is that of this day's end
     * @param readAt what was booked later counts whatever its day: a payment that a file brings late is not lost
     */
    static List<Movement> since(List<Entry> entries, LocalDate debtAsOf, Instant readAt) {
        var gone = rejected(entries);
        Predicate<Entry> counts = entry -> !gone.contains(entry.id())
                && entry.reversesId() == null
                && entry.reversedById() == null
                && (entry.valueOn().isAfter(debtAsOf) || entry.bookedAt().isAfter(readAt));
        return entries.stream()
                .filter(counts)
                .map(PlanMovements::movement)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Movement::on)
                        .thenComparing(movement -> movement.what().ordinal()))
                .toList();
    }

    private static Optional<Movement> movement(Entry entry) {
        return switch (entry.kind()) {
            case RENT, SERVICE_CHARGES -> Optional.of(new Movement(entry.valueOn(), What.RENT, entry.amountCents()));
            case HOUSING_AID -> Optional.of(new Movement(entry.valueOn(), What.AID, -entry.amountCents()));
            case PAYMENT, CREDIT, REJECTED_DEBIT ->
                Optional.of(new Movement(entry.valueOn(), What.MONEY, -entry.amountCents()));
            case OTHER_CHARGE -> Optional.empty();
        };
    }

    /** Rejected debits with the payment that each rejects: the same reference and amount, else the latest of the same amount. */
    private static Set<Long> rejected(List<Entry> entries) {
        var gone = new HashSet<Long>();
        var payments = new ArrayList<>(entries.stream()
                .filter(entry -> entry.kind() == EntryKind.PAYMENT && entry.reversesId() == null)
                .sorted(Comparator.comparing(Entry::valueOn)
                        .thenComparing(Entry::id)
                        .reversed())
                .toList());
        entries.stream()
                .filter(entry -> entry.kind() == EntryKind.REJECTED_DEBIT && entry.reversesId() == null)
                .forEach(rejection -> payment(payments, rejection).ifPresent(payment -> {
                    payments.remove(payment);
                    gone.add(payment.id());
                    gone.add(rejection.id());
                }));
        return gone;
    }

    private static Optional<Entry> payment(List<Entry> payments, Entry rejection) {
        var same = payments.stream()
                .filter(payment -> payment.amountCents() == -rejection.amountCents()
                        && !payment.valueOn().isAfter(rejection.valueOn()))
                .toList();
        return same.stream()
                .filter(payment ->
                        payment.reference() != null && Objects.equals(payment.reference(), rejection.reference()))
                .findFirst()
                .or(() -> same.stream().findFirst());
    }
}

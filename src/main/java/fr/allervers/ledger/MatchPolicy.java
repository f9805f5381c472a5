package fr.allervers.ledger;

import fr.allervers.ledger.files.Movement;
import fr.allervers.shared.Texts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lease that a movement is for: the file's own code; else the reference; else a code within the remittance text; else
 * the payer's bank account, when a person has said before whose it is; else the payer's name with the amount of a month or of the
 * whole debt. The first rule that finds something decides; when it finds several, a person does.
 */
final class MatchPolicy {

    private static final int SHORTEST_CODE = 4;
    private static final int SHORTEST_NAME = 3;
    private static final int TOKENS = 12;

    private final Map<String, List<LeaseRef>> byCode;
    private final Map<String, Set<Long>> byIban;
    private final Map<String, List<Namesake>> byName;

    /** A lease as codes lead to it. */
    record LeaseRef(
            long leaseId,
            long householdId,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {

        boolean runsOn(LocalDate day) {
            return !startsOn.isAfter(day) && (endsOn == null || !endsOn.isBefore(day));
        }
    }

    /** A tenant by a word of the name, with the amounts that would confirm it. */
    record Namesake(long leaseId, String lastName, long balanceCents, long monthCents) {}

    /** Codes are keyed in capitals, IBANs plain, names by folded words. */
    MatchPolicy(Map<String, List<LeaseRef>> byCode, Map<String, Set<Long>> byIban, Map<String, List<Namesake>> byName) {
        this.byCode = byCode;
        this.byIban = byIban;
        this.byName = byName;
    }

    Match match(Movement movement) {
        if (movement.origin().batchOnly()) {
            return Match.doubtful(Doubt.BATCH, List.of());
        }
        if (movement.leaseCode() != null) {
            var found = leases(List.of(movement.leaseCode()), movement.valueOn());
            return found.isEmpty() ? Match.doubtful(Doubt.WRONG_CODE, List.of()) : decided(found);
        }
        for (var found : List.of(
                leases(codes(movement.reference()), movement.valueOn()),
                leases(codes(movement.remittance()), movement.valueOn()),
                movement.payerIban() == null ? Set.<Long>of() : byIban.getOrDefault(movement.payerIban(), Set.of()),
                byNameAndAmount(movement))) {
            if (!found.isEmpty()) {
                return decided(found);
            }
        }
        return Match.doubtful(Doubt.UNKNOWN, List.of());
    }

    private static Match decided(Collection<Long> found) {
        return found.size() == 1
                ? Match.sure(found.iterator().next())
                : Match.doubtful(Doubt.SEVERAL, new TreeSet<>(found));
    }

    /** Of a household's leases, the one that runs on that day; when none does, the latest. */
    private Set<Long> leases(Collection<String> codes, LocalDate on) {
        var found = new LinkedHashSet<Long>();
        codes.stream()
                .flatMap(code -> byCode.getOrDefault(code, List.of()).stream())
                .collect(Collectors.groupingBy(LeaseRef::householdId))
                .values()
                .forEach(leases -> leases.stream()
                        .max((one, other) -> one.runsOn(on) == other.runsOn(on)
                                ? one.startsOn().compareTo(other.startsOn())
                                : Boolean.compare(one.runsOn(on), other.runsOn(on)))
                        .ifPresent(lease -> found.add(lease.leaseId())));
        return found;
    }

    private Set<Long> byNameAndAmount(Movement movement) {
        var paid = -movement.amountCents();
        var words = nameWords(movement.payerName());
        return words.stream()
                .flatMap(word -> byName.getOrDefault(word, List.of()).stream())
                .filter(tenant ->
                        words.containsAll(List.of(Texts.fold(tenant.lastName()).split(" "))))
                .filter(tenant -> paid > 0 && (paid == tenant.balanceCents() || paid == tenant.monthCents()))
                .map(Namesake::leaseId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Words of a text that may be codes: four letters or more, a figure among them. « L-20418 » is tried with and without marks. */
    static Set<String> codes(@Nullable String text) {
        if (text == null) {
            return Set.of();
        }
        return Arrays.stream(text.toUpperCase(Locale.ROOT).split("[^A-Z0-9._/-]+"))
                .flatMap(word -> Stream.concat(Stream.of(word), Arrays.stream(word.split("/"))))
                .flatMap(word -> Stream.of(word, word.replaceAll("[._/-]", "")))
                .filter(word -> word.length() >= SHORTEST_CODE && word.length() <= 30 && word.matches(".*\\d.*"))
                .limit(TOKENS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static Set<String> nameWords(@Nullable String name) {
        return name == null
                ? Set.of()
                : Arrays.stream(Texts.fold(name).split(" "))
                        .filter(word -> word.length() >= SHORTEST_NAME)
                        .collect(Collectors.toSet());
    }
}

package fr.allervers.inbox;

import fr.allervers.workflow.CaseRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The kinds of cases that the process modules declare. */
@Component
public class CaseKinds {

    private final SingletonSupplier<SortedMap<String, CaseKind>> byKey;

    /** The beans are asked for when first needed: they stand above the engine, whose first tasks may come before them. */
    CaseKinds(ObjectProvider<CaseKind> beans) {
        byKey = SingletonSupplier.of(() -> beans.stream()
                .collect(Collectors.toMap(
                        CaseKind::key,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalStateException("Two kinds of cases are called " + one.key());
                        },
                        TreeMap::new)));
    }

    public List<String> keys() {
        return List.copyOf(byKey.obtain().keySet());
    }

    public Optional<CaseKind> find(String key) {
        return Optional.ofNullable(byKey.obtain().get(key));
    }

    /** The cards of many cases, in one call of each kind. A case that nobody describes is for the whole landlord's people. */
    Map<CaseRef, CaseCard> cards(Collection<CaseRef> cases) {
        var byKind = cases.stream()
                .collect(Collectors.groupingBy(
                        CaseRef::kind, Collectors.mapping(CaseRef::id, Collectors.toUnmodifiableSet())));
        var cards = byKind.entrySet().stream()
                .flatMap(entry -> find(entry.getKey()).stream()
                        .flatMap(kind -> kind.cards(entry.getValue()).entrySet().stream())
                        .map(card -> Map.entry(new CaseRef(entry.getKey(), card.getKey()), card.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return cases.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), of -> cards.getOrDefault(of, unknown(of))));
    }

    private static CaseCard unknown(CaseRef of) {
        return new CaseCard(of.kind() + " " + of.id(), "", null, null, null, null);
    }
}

package fr.allervers.ledger;

import fr.allervers.ledger.MatchPolicy.LeaseRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the codes of one file led to so far, as a file names the same leases again and again: rent, charges, housing aid. Lives
 * as long as one passage through the file, and forgets the codes that were not met for longest.
 */
final class LeaseCodes {

    private static final int MOST = 20_000;

    private final Map<String, List<LeaseRef>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, List<LeaseRef>> eldest) {
            return size() > MOST;
        }
    };

    /** The leases of these codes; those not met yet are asked for in one go, and what is no code is remembered too. */
    Map<String, List<LeaseRef>> of(
            Collection<String> codes, Function<Set<String>, Map<String, List<LeaseRef>>> unknown) {
        var found = new HashMap<String, List<LeaseRef>>();
        var missing = codes.stream().filter(code -> !known.containsKey(code)).collect(Collectors.toSet());
        var fresh = missing.isEmpty() ? Map.<String, List<LeaseRef>>of() : unknown.apply(missing);
        for (var code : codes) {
            var leases =
                    missing.contains(code) ? fresh.getOrDefault(code, List.of()) : known.getOrDefault(code, List.of());
            known.put(code, leases);
            found.put(code, leases);
        }
        return found;
    }
}

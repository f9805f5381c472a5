package fr.allervers.kpi.fact;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All kinds of cases that have facts. */
@Component
class CaseSources {

    private final Map<String, CaseSource> byKind;

    CaseSources(List<CaseSource> sources) {
        byKind = sources.stream().collect(Collectors.toMap(CaseSource::kind, Function.identity()));
    }

    boolean knows(String kind) {
        return byKind.containsKey(kind);
    }

    Optional<CaseSource> of(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    Collection<CaseSource> all() {
        return byKind.values();
    }
}

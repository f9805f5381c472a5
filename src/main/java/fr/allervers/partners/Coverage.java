package fr.allervers.partners;

import java.util.List;
import java.util.Map;

/** How many active partners give each service in each commune. */
public record Coverage(List<Commune> communes, Map<CoverageGap, Integer> counts) {

    public int count(Commune commune, Service service) {
        return counts.getOrDefault(new CoverageGap(commune.insee(), service), 0);
    }

    /** How many services this commune lacks. */
    public long gaps(Commune commune) {
        return List.of(Service.values()).stream()
                .filter(service -> count(commune, service) == 0)
                .count();
    }
}

package fr.allervers.outreach.campaign;

import java.util.List;
import java.util.Set;

/**
 * Whom an audience would list, counted before anybody is.
 *
 * @param unknownCodes excluded codes that no household has
 * @param communes INSEE codes of the audience's communes
 */
public record AudiencePreview(
        List<AgencyCount> agencies, List<Sample> sample, List<String> unknownCodes, Set<String> communes) {

    /** One agency's share. */
    public record AgencyCount(long agencyId, String agency, int households, int people, int withoutPhone) {}

    /** One household, with its concerned people. */
    public record Sample(long householdId, String code, String name, String people, String commune, String agency) {}

    public int households() {
        return agencies.stream().mapToInt(AgencyCount::households).sum();
    }

    public int people() {
        return agencies.stream().mapToInt(AgencyCount::people).sum();
    }

    public int withoutPhone() {
        return agencies.stream().mapToInt(AgencyCount::withoutPhone).sum();
    }
}

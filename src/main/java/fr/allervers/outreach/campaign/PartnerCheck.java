package fr.allervers.outreach.campaign;

import fr.allervers.partners.Service;
import java.util.List;

/**
 * What the partners' check of a campaign found.
 *
 * @param overruledBecause why the campaign goes on in spite of gaps
 */
public record PartnerCheck(
        List<Gap> gaps, @org.jspecify.annotations.Nullable String overruledBecause) {

    /** A commune without a partner for some of the services that the campaign needs. */
    public record Gap(String insee, String commune, List<Service> services) {}

    /** Whether the campaign may not go on. */
    public boolean blocks() {
        return !gaps.isEmpty() && overruledBecause == null;
    }
}

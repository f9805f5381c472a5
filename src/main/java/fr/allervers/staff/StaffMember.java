package fr.allervers.staff;

import java.io.Serializable;
import java.util.Set;

/**
 * A person of the landlord, as signed in or as listed.
 *
 * @param agencies the agencies whose cases this person may see; ignored with {@code allAgencies}
 * @param language "fr" or "en"
 */
public record StaffMember(
        long id,
        String username,
        String displayName,
        Set<Role> roles,
        Set<Long> agencies,
        boolean allAgencies,
        String language)
        implements Serializable {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAny(Role... anyOf) {
        for (var role : anyOf) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** The agencies for a list in SQL, which knows no empty one: an id that no agency has where there is none. */
    public Set<Long> agenciesOrNone() {
        return agencies.isEmpty() ? Set.of(-1L) : agencies;
    }

    /** Whether this person works for the agency. */
    public boolean worksFor(long agencyId) {
        return allAgencies || agencies.contains(agencyId);
    }
}

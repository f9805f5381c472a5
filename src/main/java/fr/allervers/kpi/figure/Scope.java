package fr.allervers.kpi.figure;

import fr.allervers.staff.StaffMember;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose cases a figure is about.
 *
 * @param all every agency of the landlord, and what belongs to none
 * @param agencies those whose cases count when it is not all; never empty
 * @param campaignId one campaign; none for all cases
 */
public record Scope(
        boolean all, Set<Long> agencies, @Nullable Long campaignId) {

    /** Nobody's: what is asked of an agency where one does not work. */
    private static final Set<Long> NONE = Set.of(-1L);

    /** What this reader asks for, as far as they work for it. */
    public static Scope of(StaffMember reader, @Nullable Long agencyId, @Nullable Long campaignId) {
        if (agencyId != null) {
            return new Scope(false, reader.worksFor(agencyId) ? Set.of(agencyId) : NONE, campaignId);
        }
        return new Scope(reader.allAgencies(), reader.agenciesOrNone(), campaignId);
    }

    boolean has(long agencyId) {
        return all || agencies.contains(agencyId);
    }
}

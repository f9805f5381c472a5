package fr.allervers.tenancy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A household (foyer): the people of one lease. Address, agency and dwelling follow its current lease.
 *
 * @param dwellingCode empty, like the address, when the register gives no dwelling
 * @param insee code of the commune (code officiel géographique)
 * @param language ISO 639-1 code of the language it speaks
 * @param arrearsCents what it owes, in cents; never shown to callers
 * @param occupants those who live there today, lease holders first
 */
public record Household(
        long id,
        String code,
        String name,
        long agencyId,
        String agencyName,
        @Nullable Long dwellingId,
        String dwellingCode,
        String address,
        String postcode,
        String commune,
        String insee,
        String language,
        long arrearsCents,
        List<Occupant> occupants) {

    /** The same household, written to in a language that one of it chose. */
    public Household reading(String chosen) {
        return new Household(
                id,
                code,
                name,
                agencyId,
                agencyName,
                dwellingId,
                dwellingCode,
                address,
                postcode,
                commune,
                insee,
                chosen,
                arrearsCents,
                occupants);
    }
}

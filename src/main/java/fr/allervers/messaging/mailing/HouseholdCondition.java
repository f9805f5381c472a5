package fr.allervers.messaging.mailing;

import fr.allervers.messaging.MessageAudience;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An audience as a condition over households {@code h}, their dwellings {@code d} and buildings {@code b}.
 *
 * @param params values of its named places
 */
record HouseholdCondition(String sql, Map<String, Object> params) {

    /** An audience that a key says. */
    static HouseholdCondition of(Audience audience) {
        var key = audience.key() == null ? "" : audience.key();
        return switch (audience.kind()) {
            case EVERYONE -> within(audience, "1 = 1", Map.of());
            case AGENCY -> within(audience, "h.agency_id = :key", Map.of("key", Long.valueOf(key)));
            case COMMUNE -> within(audience, "b.insee = :key", Map.of("key", key));
            case BUILDING -> within(audience, "d.building_id = :key", Map.of("key", Long.valueOf(key)));
            case STAIRWELL -> within(audience, "d.stairwell_id = :key", Map.of("key", Long.valueOf(key)));
            case CAMPAIGN, LIST, INBOX -> throw new IllegalArgumentException(audience.kind() + " has no condition");
        };
    }

    /** The households that another module chooses. */
    static HouseholdCondition of(Audience audience, MessageAudience.HouseholdSelection selection) {
        return within(audience, "h.id in (" + selection.sql() + ")", selection.params());
    }

    /** These households. */
    static HouseholdCondition of(Audience audience, Collection<Long> households) {
        return within(
                audience, "h.id in (:selected)", Map.of("selected", households.isEmpty() ? List.of(0L) : households));
    }

    /** The households kept with the mailing. */
    static HouseholdCondition kept(Audience audience, long mailingId) {
        return within(
                audience,
                "h.id in (select k.household_id from mailing_household k where k.mailing_id = :kept)",
                Map.of("kept", mailingId));
    }

    private static HouseholdCondition within(Audience audience, String sql, Map<String, Object> params) {
        if (audience.scope().isEmpty()) {
            return new HouseholdCondition(sql, params);
        }
        var all = new HashMap<>(params);
        all.put("scope", audience.scope());
        return new HouseholdCondition(sql + " and h.agency_id in (:scope)", all);
    }
}

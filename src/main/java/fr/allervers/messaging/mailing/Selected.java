package fr.allervers.messaging.mailing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An audience as it is asked for: by a condition, or by what a list or a filter names.
 *
 * @param households what a list or a filter of the inbox names; kept with the mailing
 * @param numbers of a list, with the household that the register knows them by
 */
record Selected(
        Audience audience,
        HouseholdCondition condition,
        Set<Long> households,
        Map<String, Optional<Long>> numbers,
        List<PastedList.BadLine> bad) {

    static Selected by(Audience audience, HouseholdCondition condition) {
        return new Selected(audience, condition, Set.of(), Map.of(), List.of());
    }

    boolean isKept() {
        return audience.kind() == AudienceKind.LIST || audience.kind() == AudienceKind.INBOX;
    }
}

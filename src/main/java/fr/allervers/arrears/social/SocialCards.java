package fr.allervers.arrears.social;

import fr.allervers.inbox.CaseCard;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Occupant;

/** How aids and relief measures show in lists. */
final class SocialCards {

    private SocialCards() {}

    static CaseCard card(Household home, long agencyId, String what) {
        var title =
                home.occupants().stream().map(Occupant::fullName).findFirst().orElse(home.name());
        return new CaseCard(title, what, home.id(), agencyId, null, null);
    }
}

package fr.allervers.outreach.calling;

import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.List;

/** The numbers of a household that may be tried: those that work, of people who may be called, once each. */
public final class Dialable {

    private Dialable() {}

    /** In the order of the register. */
    public static List<PhoneNumber> of(Household household) {
        var numbers = new LinkedHashMap<String, PhoneNumber>();
        household.occupants().stream()
                .filter(occupant -> !occupant.doNotCall())
                .flatMap(occupant -> occupant.phones().stream())
                .filter(phone -> !phone.dead())
                .forEach(phone -> numbers.putIfAbsent(phone.e164(), phone));
        return List.copyOf(numbers.values());
    }
}

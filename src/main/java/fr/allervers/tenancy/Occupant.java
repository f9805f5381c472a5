package fr.allervers.tenancy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who lives in a dwelling of the landlord's today: neither deceased nor gone.
 *
 * @param fullName as one addresses them, for example « Mme Lucette Garnier »
 * @param age in completed years, today
 * @param isolated nobody nearby can be turned to
 * @param fragile known to be fragile (public fragile)
 * @param followed supported by the landlord's social service
 * @param priorityTransfer asked for a transfer that has priority (mutation prioritaire)
 * @param doNotCall asked not to be called
 * @param phones in the order in which they are to be tried
 */
public record Occupant(
        long id,
        String fullName,
        @Nullable LocalDate birthDate,
        @Nullable Integer age,
        boolean livesAlone,
        boolean isolated,
        boolean disabled,
        boolean fragile,
        boolean followed,
        boolean priorityTransfer,
        boolean doNotCall,
        @Nullable String email,
        List<PhoneNumber> phones) {}

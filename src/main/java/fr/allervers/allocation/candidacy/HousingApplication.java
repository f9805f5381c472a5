package fr.allervers.allocation.candidacy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An application for social housing (demande de logement social), as kept. See {@link ApplicationEntry} for its parts. */
public record HousingApplication(
        long id,
        String uniqueNumber,
        long agencyId,
        LocalDate appliedOn,
        @Nullable String civility,
        String lastName,
        String firstName,
        LocalDate birthDate,
        @Nullable String email,
        @Nullable String mobile,
        String address,
        String postcode,
        String commune,
        String language,
        int adults,
        int children,
        boolean disabled,
        boolean youngCouple,
        long resourcesCents,
        @Nullable Long taxIncomeCents,
        @Nullable Integer taxYear,
        long aidCents,
        Situation situation,
        String priorities,
        @Nullable LocalDate daloOn,
        String communes,
        @Nullable Integer rooms,
        String words,
        @Nullable Long householdId,
        int refusals,
        State state,
        int version) {

    /** Where it stands. */
    public enum State {
        ACTIVE,
        /** A lease was signed. */
        HOUSED,
        /** Taken out of the national register. */
        REMOVED
    }

    /** « Mme Lucette Garnier ». */
    public String name() {
        return (civility == null ? "" : civility + " ") + firstName + " " + lastName;
    }

    public int persons() {
        return adults + children;
    }

    public Set<PriorityKind> kinds() {
        var kinds = EnumSet.noneOf(PriorityKind.class);
        Arrays.stream(priorities.split(","))
                .filter(code -> !code.isEmpty())
                .forEach(code -> kinds.add(PriorityKind.valueOf(code)));
        return kinds;
    }

    public boolean dalo() {
        return daloOn != null;
    }

    public boolean priority() {
        return dalo() || !priorities.isEmpty();
    }
}

package fr.allervers.shared.personal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * By what a person's rows are found.
 *
 * @param households those in which nobody else is named
 * @param addresses telephone numbers as stored and without their plus sign, e-mail addresses
 * @param names as « first name last name » and « last name first name »
 */
public record PersonKeys(
        Set<Long> occupants,
        Set<Long> households,
        Set<Long> leases,
        Set<Long> applications,
        Set<String> addresses,
        Set<String> names) {

    /** Matches nothing: no text is shorter than its end. */
    private static final String NOTHING = "$.";

    /** The parameters of {@link PersonalRows#ofPerson}; an empty list would be no SQL, so each holds what nothing equals. */
    public Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("occupants", some(occupants, -1L));
        parameters.put("households", some(households, -1L));
        parameters.put("leases", some(leases, -1L));
        parameters.put("applications", some(applications, -1L));
        parameters.put("addresses", some(addresses, "-"));
        parameters.put(
                "pattern",
                names.isEmpty()
                        ? NOTHING
                        : names.stream().sorted().map(Pattern::quote).collect(Collectors.joining("|", "(?i)", "")));
        return parameters;
    }

    private static <T> Collection<T> some(Set<T> values, T none) {
        return values.isEmpty() ? List.of(none) : List.copyOf(values);
    }
}

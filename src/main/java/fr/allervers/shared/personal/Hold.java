package fr.allervers.shared.personal;

import java.util.Set;

/**
 * Why data of a person is kept although its erasure was asked for.
 *
 * @param reason end of the message's key that tells it, « running-lease »
 * @param kinds what it keeps
 * @param sql says how many cases keep it, 0 for none; reads what {@link PersonalRows#ofPerson} reads, and {@code :today}
 */
public record Hold(String reason, Set<DataKind> kinds, String sql) {}

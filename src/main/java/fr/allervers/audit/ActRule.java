package fr.allervers.audit;

import org.jspecify.annotations.Nullable;

/**
 * What the table says of a route.
 *
 * @param act none: it is not written down
 * @param reason why it is not
 */
public record ActRule(@Nullable Act act, String reason) {}

package fr.allervers.messaging.gateway;

import org.jspecify.annotations.Nullable;

/**
 * How it stands with a gateway.
 *
 * @param name which one, for people
 * @param ready whether it takes messages now
 * @param problem why not, in the gateway's words
 */
public record GatewayStatus(
        String name, boolean ready, @Nullable String problem) {}

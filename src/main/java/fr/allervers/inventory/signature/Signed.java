package fr.allervers.inventory.signature;

import java.time.Instant;

/**
 * Who confirmed a document.
 *
 * @param role TENANT or LANDLORD
 * @param means how it is known to be that person
 */
public record Signed(long documentId, String role, String name, String sha256, Instant signedAt, String means) {}

package fr.allervers.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An account as listed.
 *
 * @param balanceCents what is owed today; below zero when paid in advance
 * @param phone a number that works, as people read it
 */
public record AccountLine(
        long leaseId,
        long householdId,
        String leaseCode,
        String householdName,
        String householdCode,
        String address,
        String commune,
        String agencyName,
        @Nullable String phone,
        long balanceCents) {}

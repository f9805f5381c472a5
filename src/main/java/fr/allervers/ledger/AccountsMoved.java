package fr.allervers.ledger;

import java.util.Set;

/** Entries were booked on these leases' accounts; published within the transaction that books them. */
public record AccountsMoved(Set<Long> leaseIds) {}

/** What follows a decision: notices, answers by link, the next in rank, conditions, leases, removals. */
@NullMarked
package fr.allervers.allocation.outcome;

import org.jspecify.annotations.NullMarked;

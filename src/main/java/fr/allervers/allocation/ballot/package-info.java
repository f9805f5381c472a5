/** Ballots: cast and closed one after the other under the item's row lock, chained by hashes, kept for ever. */
@NullMarked
package fr.allervers.allocation.ballot;

import org.jspecify.annotations.NullMarked;

/** Committees (CALEOL): their members by capacity, and the versioned règlement intérieur. */
@NullMarked
package fr.allervers.allocation.committee;

import org.jspecify.annotations.NullMarked;

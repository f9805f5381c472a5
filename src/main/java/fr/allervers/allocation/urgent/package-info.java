/** Allocation outside the committee: urgent, and temporary occupancy. */
@NullMarked
package fr.allervers.allocation.urgent;

import org.jspecify.annotations.NullMarked;

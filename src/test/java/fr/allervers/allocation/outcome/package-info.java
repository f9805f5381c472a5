@NullMarked
package fr.allervers.allocation.outcome;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.allocation.minutes;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.allocation.count;

import org.jspecify.annotations.NullMarked;

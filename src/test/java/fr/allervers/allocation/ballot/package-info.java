@NullMarked
package fr.allervers.allocation.ballot;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.allocation.candidacy;

import org.jspecify.annotations.NullMarked;

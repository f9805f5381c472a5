/** The count of a vote: pure rules without Spring nor database, the same for the application and for the offline recount. */
@NullMarked
package fr.allervers.allocation.count;

import org.jspecify.annotations.NullMarked;

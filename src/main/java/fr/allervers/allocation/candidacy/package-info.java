/** Vacant dwellings offered, applications for housing, their documents, and who is proposed for what. */
@NullMarked
package fr.allervers.allocation.candidacy;

import org.jspecify.annotations.NullMarked;

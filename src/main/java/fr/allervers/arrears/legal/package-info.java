/** What the law asks of a landlord before a court, until when, and the proof that it was done. */
@NullMarked
package fr.allervers.arrears.legal;

import org.jspecify.annotations.NullMarked;

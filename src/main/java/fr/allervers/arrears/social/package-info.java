/** The social side of a case of unpaid rent: assessment, aids, and what the landlord grants. */
@NullMarked
package fr.allervers.arrears.social;

import org.jspecify.annotations.NullMarked;

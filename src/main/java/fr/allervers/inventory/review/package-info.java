/** The landlord looks at what was declared, entry and exit side by side. */
@NullMarked
package fr.allervers.inventory.review;

import org.jspecify.annotations.NullMarked;

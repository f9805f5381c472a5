/** The sealed document, who confirmed it, and what is annexed later. */
@NullMarked
package fr.allervers.inventory.signature;

import org.jspecify.annotations.NullMarked;

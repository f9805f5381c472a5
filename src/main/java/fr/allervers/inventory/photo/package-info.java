/** Photos: received in parts, checked before they are decoded, kept as they came, shown as copies. */
@NullMarked
package fr.allervers.inventory.photo;

import org.jspecify.annotations.NullMarked;

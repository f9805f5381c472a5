/** The landlord's board, by the day of the keys. */
@NullMarked
package fr.allervers.inventory.board;

import org.jspecify.annotations.NullMarked;

/** What inventories are made from: rooms and items by typology. */
@NullMarked
package fr.allervers.inventory.template;

import org.jspecify.annotations.NullMarked;

/** Dated settings of inventories: the law's and the landlord's numbers. */
@NullMarked
package fr.allervers.inventory.settings;

import org.jspecify.annotations.NullMarked;

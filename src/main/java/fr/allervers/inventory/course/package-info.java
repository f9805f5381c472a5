/** The process of an inventory: what its diagram asks and does, and what the inbox shows. */
@NullMarked
package fr.allervers.inventory.course;

import org.jspecify.annotations.NullMarked;

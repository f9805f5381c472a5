/** An inventory, its items, and what the tenant declares of them. */
@NullMarked
package fr.allervers.inventory.declaration;

import org.jspecify.annotations.NullMarked;

/** What an exit costs the tenant, line by line, and the return of the deposit. */
@NullMarked
package fr.allervers.inventory.settlement;

import org.jspecify.annotations.NullMarked;

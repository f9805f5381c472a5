/** How rows of the database become records (docs/adr/0042). */
@NullMarked
package fr.allervers.shared.rows;

import org.jspecify.annotations.NullMarked;

/** What facades answer to those who should not ask: the second line behind the handlers' roles. */
@NullMarked
package fr.allervers.rights;

import org.jspecify.annotations.NullMarked;

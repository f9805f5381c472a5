@NullMarked
package fr.allervers.arrears.lookup;

import org.jspecify.annotations.NullMarked;

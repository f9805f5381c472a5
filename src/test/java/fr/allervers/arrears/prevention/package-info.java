@NullMarked
package fr.allervers.arrears.prevention;

import org.jspecify.annotations.NullMarked;

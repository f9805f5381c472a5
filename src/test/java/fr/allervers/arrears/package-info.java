@NullMarked
package fr.allervers.arrears;

import org.jspecify.annotations.NullMarked;

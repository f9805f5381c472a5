@NullMarked
package fr.allervers.testing;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.crash;

import org.jspecify.annotations.NullMarked;

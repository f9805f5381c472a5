@NullMarked
package fr.allervers.allocation;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.inventory;

import org.jspecify.annotations.NullMarked;

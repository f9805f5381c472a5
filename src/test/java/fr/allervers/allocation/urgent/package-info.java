@NullMarked
package fr.allervers.allocation.urgent;

import org.jspecify.annotations.NullMarked;

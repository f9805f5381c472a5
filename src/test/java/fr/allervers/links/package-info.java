@NullMarked
package fr.allervers.links;

import org.jspecify.annotations.NullMarked;

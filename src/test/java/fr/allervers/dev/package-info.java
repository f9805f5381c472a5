@NullMarked
package fr.allervers.dev;

import org.jspecify.annotations.NullMarked;

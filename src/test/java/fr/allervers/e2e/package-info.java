@NullMarked
package fr.allervers.e2e;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.bench;

import org.jspecify.annotations.NullMarked;

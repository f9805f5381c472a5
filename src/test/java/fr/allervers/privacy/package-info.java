@NullMarked
package fr.allervers.privacy;

import org.jspecify.annotations.NullMarked;

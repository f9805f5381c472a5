@NullMarked
package fr.allervers.shared.sealed;

import org.jspecify.annotations.NullMarked;

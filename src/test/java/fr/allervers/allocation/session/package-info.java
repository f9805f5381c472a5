@NullMarked
package fr.allervers.allocation.session;

import org.jspecify.annotations.NullMarked;

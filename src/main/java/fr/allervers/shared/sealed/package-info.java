/** Values that are encrypted at rest: social notes, disability. */
@NullMarked
package fr.allervers.shared.sealed;

import org.jspecify.annotations.NullMarked;

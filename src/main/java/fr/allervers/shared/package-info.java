/** Small things that every module uses: time, working time, text, slices, CSV. */
@ApplicationModule(displayName = "Shared", type = ApplicationModule.Type.OPEN)
@NullMarked
package fr.allervers.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

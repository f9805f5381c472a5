/** Links that let somebody without an account see and do one thing: issued, opened, revoked, and the gate before their pages. */
@ApplicationModule(
        displayName = "Public links",
        allowedDependencies = {"shared"})
@NullMarked
package fr.allervers.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

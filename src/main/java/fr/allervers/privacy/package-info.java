/** Personal data (RGPD): how long it is kept, its purge, its export and erasure, the record of processing. */
@ApplicationModule(
        displayName = "Privacy",
        allowedDependencies = {"shared", "staff", "documents"})
@NullMarked
package fr.allervers.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

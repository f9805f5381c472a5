/** The allocation committee (CALEOL): candidates for vacant dwellings, votes held remotely, decisions and what follows. */
@ApplicationModule(
        displayName = "Allocation",
        allowedDependencies = {"shared", "staff", "workflow", "inbox", "tenancy", "messaging", "documents", "links"})
@NullMarked
package fr.allervers.allocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

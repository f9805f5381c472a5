/** The register: agencies, buildings, dwellings, leases, households, occupants; imported from the landlord's ERP. */
@ApplicationModule(
        displayName = "Tenancy",
        allowedDependencies = {"shared", "staff", "documents"})
@NullMarked
package fr.allervers.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

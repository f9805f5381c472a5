/** Directory of partners (CCAS, associations, county services) by commune and service. */
@ApplicationModule(
        displayName = "Partners",
        allowedDependencies = {"shared", "staff", "tenancy"})
@NullMarked
package fr.allervers.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

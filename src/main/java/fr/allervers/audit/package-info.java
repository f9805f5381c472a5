/** Who saw or changed what (journal d'audit): written by what stands before every page, chained, and read by administrators only. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared", "staff", "inbox", "tenancy", "links"})
@NullMarked
package fr.allervers.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

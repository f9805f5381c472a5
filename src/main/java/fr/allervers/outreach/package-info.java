/** Call campaigns to seniors and fragile households, from the audience to the report. */
@ApplicationModule(
        displayName = "Outreach",
        allowedDependencies = {"shared", "staff", "workflow", "inbox", "tenancy", "partners", "messaging", "documents"})
@NullMarked
package fr.allervers.outreach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

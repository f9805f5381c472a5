/** Inventories at move-in and move-out (états des lieux), declared by the tenant alone in the dwelling and checked by the landlord. */
@ApplicationModule(
        displayName = "Inventories",
        allowedDependencies = {"shared", "staff", "workflow", "inbox", "tenancy", "messaging", "documents", "links"})
@NullMarked
package fr.allervers.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

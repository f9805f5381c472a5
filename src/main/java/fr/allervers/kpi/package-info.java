/**
 * The supervisors' figures (tableau de bord): it listens to tasks and cases, keeps small tables, and shows what is late, where it is stuck
 * and whether the work helps. The processes ignore it.
 */
@ApplicationModule(
        displayName = "Figures",
        allowedDependencies = {"shared", "staff", "workflow", "inbox", "tenancy", "documents", "messaging"})
@NullMarked
package fr.allervers.kpi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

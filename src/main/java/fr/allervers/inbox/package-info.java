/** The task inbox: one indexed table kept in the engine's transaction, its filters, and the acts on a task. */
@ApplicationModule(
        displayName = "Inbox",
        allowedDependencies = {"shared", "staff", "workflow", "tenancy", "documents"})
@NullMarked
package fr.allervers.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What whoever runs the application looks at: nodes, failed jobs, what waits to leave, imports, drift of the inbox. */
@ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {"shared", "staff", "workflow", "inbox", "messaging"})
@NullMarked
package fr.allervers.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The only place that knows the engine: cases, tasks, decisions, forms, timeline, diagrams. */
@ApplicationModule(
        displayName = "Workflow",
        allowedDependencies = {"shared", "staff"})
@NullMarked
package fr.allervers.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

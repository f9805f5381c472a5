/** Messages that leave the house: an outbox row written with the fact that causes it, sent after commit. */
@ApplicationModule(
        displayName = "Messaging",
        allowedDependencies = {"shared", "staff", "workflow", "inbox", "tenancy", "documents", "links"})
@NullMarked
package fr.allervers.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** File store: what people upload and what the application produces. */
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"shared", "staff"})
@NullMarked
package fr.allervers.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Who is signed in, their roles, agencies and absences; sign-in stands behind {@link fr.allervers.staff.SignIn}. */
@ApplicationModule(
        displayName = "Staff",
        allowedDependencies = {"shared"})
@NullMarked
package fr.allervers.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

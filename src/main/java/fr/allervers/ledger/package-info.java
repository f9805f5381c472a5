/** The rent accounts (comptes locataires): charges, payments, aid, imports from banks and the landlord's software. */
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"shared", "staff", "tenancy", "documents"})
@NullMarked
package fr.allervers.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

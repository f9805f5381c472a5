/** Prevention of unpaid rent (prévention des impayés): from the first missed rent to the kept plan or the court. */
@ApplicationModule(
        displayName = "Arrears",
        allowedDependencies = {
            "shared",
            "staff",
            "workflow",
            "inbox",
            "tenancy",
            "partners",
            "messaging",
            "documents",
            "ledger",
            "links"
        })
@NullMarked
package fr.allervers.arrears;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

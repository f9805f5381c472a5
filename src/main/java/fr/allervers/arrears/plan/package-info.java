/** Repayment plans (plans d'apurement): simulated, offered, signed, followed until kept or broken. */
@NullMarked
package fr.allervers.arrears.plan;

import org.jspecify.annotations.NullMarked;

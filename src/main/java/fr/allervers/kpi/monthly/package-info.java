/** The month's figures by e-mail. */
@NullMarked
package fr.allervers.kpi.monthly;

import org.jspecify.annotations.NullMarked;

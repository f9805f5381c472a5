/** Figures that pass their limit become somebody's task. */
@NullMarked
package fr.allervers.kpi.alert;

import org.jspecify.annotations.NullMarked;

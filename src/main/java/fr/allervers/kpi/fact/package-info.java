/** How figures come about: events, facts, folding, recount. */
@NullMarked
package fr.allervers.kpi.fact;

import org.jspecify.annotations.NullMarked;

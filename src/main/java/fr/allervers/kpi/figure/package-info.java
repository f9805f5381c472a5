/** What the figures are and how they are read. */
@NullMarked
package fr.allervers.kpi.figure;

import org.jspecify.annotations.NullMarked;

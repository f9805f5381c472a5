@NullMarked
package fr.allervers.allocation.report;

import org.jspecify.annotations.NullMarked;

/** Minutes (procès-verbal) of a session: canonical JSON with its seal, the PDF/A, and the offline recount. */
@NullMarked
package fr.allervers.allocation.minutes;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.outreach.followup;

import org.jspecify.annotations.NullMarked;

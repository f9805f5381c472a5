@NullMarked
package fr.allervers.outreach.campaign;

import org.jspecify.annotations.NullMarked;

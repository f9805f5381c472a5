@NullMarked
package fr.allervers.outreach.report;

import org.jspecify.annotations.NullMarked;

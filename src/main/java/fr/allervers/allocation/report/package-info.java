/** What the committee's work was: statistics, the yearly report to the board, the file for the national register. */
@NullMarked
package fr.allervers.allocation.report;

import org.jspecify.annotations.NullMarked;

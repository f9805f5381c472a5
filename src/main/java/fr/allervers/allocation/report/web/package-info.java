@NullMarked
package fr.allervers.allocation.report.web;

import org.jspecify.annotations.NullMarked;

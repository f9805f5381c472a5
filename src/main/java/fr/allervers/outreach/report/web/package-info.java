@NullMarked
package fr.allervers.outreach.report.web;

import org.jspecify.annotations.NullMarked;

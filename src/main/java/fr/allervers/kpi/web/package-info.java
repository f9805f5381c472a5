/** The dashboard's pages. */
@NullMarked
package fr.allervers.kpi.web;

import org.jspecify.annotations.NullMarked;

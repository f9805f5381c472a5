@NullMarked
package fr.allervers.outreach.followup.web;

import org.jspecify.annotations.NullMarked;

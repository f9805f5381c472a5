@NullMarked
package fr.allervers.outreach.calling.web;

import org.jspecify.annotations.NullMarked;

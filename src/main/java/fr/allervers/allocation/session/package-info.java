/** Sessions of a committee and their items: agenda, notices, attendance, phases, and who may do what. */
@NullMarked
package fr.allervers.allocation.session;

import org.jspecify.annotations.NullMarked;

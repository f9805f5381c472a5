@NullMarked
package fr.allervers.arrears.appointment.web;

import org.jspecify.annotations.NullMarked;

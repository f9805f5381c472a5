@NullMarked
package fr.allervers.arrears.appointment;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.staff.web;

import org.jspecify.annotations.NullMarked;

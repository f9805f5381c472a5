@NullMarked
package fr.allervers.allocation.minutes.web;

import org.jspecify.annotations.NullMarked;

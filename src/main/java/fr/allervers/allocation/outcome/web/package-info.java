@NullMarked
package fr.allervers.allocation.outcome.web;

import org.jspecify.annotations.NullMarked;

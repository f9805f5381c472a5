@NullMarked
package fr.allervers.allocation.committee.web;

import org.jspecify.annotations.NullMarked;

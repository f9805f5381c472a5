@NullMarked
package fr.allervers.allocation.ballot.web;

import org.jspecify.annotations.NullMarked;

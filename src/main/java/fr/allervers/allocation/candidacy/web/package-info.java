@NullMarked
package fr.allervers.allocation.candidacy.web;

import org.jspecify.annotations.NullMarked;

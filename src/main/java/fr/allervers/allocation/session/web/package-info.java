@NullMarked
package fr.allervers.allocation.session.web;

import org.jspecify.annotations.NullMarked;

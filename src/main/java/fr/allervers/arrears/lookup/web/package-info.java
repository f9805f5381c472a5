@NullMarked
package fr.allervers.arrears.lookup.web;

import org.jspecify.annotations.NullMarked;

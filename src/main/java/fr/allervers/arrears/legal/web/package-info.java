@NullMarked
package fr.allervers.arrears.legal.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.arrears.prevention.web;

import org.jspecify.annotations.NullMarked;

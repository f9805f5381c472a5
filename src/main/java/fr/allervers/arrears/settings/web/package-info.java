@NullMarked
package fr.allervers.arrears.settings.web;

import org.jspecify.annotations.NullMarked;

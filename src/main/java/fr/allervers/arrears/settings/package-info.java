@NullMarked
package fr.allervers.arrears.settings;

import org.jspecify.annotations.NullMarked;

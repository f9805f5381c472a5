@NullMarked
package fr.allervers.tenancy;

import org.jspecify.annotations.NullMarked;

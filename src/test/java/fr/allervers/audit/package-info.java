@NullMarked
package fr.allervers.audit;

import org.jspecify.annotations.NullMarked;

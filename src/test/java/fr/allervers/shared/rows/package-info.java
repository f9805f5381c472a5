@NullMarked
package fr.allervers.shared.rows;

import org.jspecify.annotations.NullMarked;

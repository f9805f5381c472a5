/** Files brought in line by line: how they are written, and how far each import is, whichever node runs it. */
@NullMarked
package fr.allervers.shared.imports;

import org.jspecify.annotations.NullMarked;

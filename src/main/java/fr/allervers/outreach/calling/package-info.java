@NullMarked
package fr.allervers.outreach.calling;

import org.jspecify.annotations.NullMarked;

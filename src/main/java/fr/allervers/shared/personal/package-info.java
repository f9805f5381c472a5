/** What modules say of the personal data in their tables, so that it is purged, exported and erased by one machinery. */
@NullMarked
package fr.allervers.shared.personal;

import org.jspecify.annotations.NullMarked;

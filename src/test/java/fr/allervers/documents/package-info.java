@NullMarked
package fr.allervers.documents;

import org.jspecify.annotations.NullMarked;

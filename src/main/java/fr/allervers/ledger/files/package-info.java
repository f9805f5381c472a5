/** The files that bring entries: how each kind is recognised and read, one movement after the other. */
@NullMarked
package fr.allervers.ledger.files;

import org.jspecify.annotations.NullMarked;

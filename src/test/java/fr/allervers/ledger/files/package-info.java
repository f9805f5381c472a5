@NullMarked
package fr.allervers.ledger.files;

import org.jspecify.annotations.NullMarked;

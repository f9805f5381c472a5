@NullMarked
package fr.allervers.ledger;

import org.jspecify.annotations.NullMarked;

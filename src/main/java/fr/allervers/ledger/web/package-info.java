@NullMarked
package fr.allervers.ledger.web;

import org.jspecify.annotations.NullMarked;

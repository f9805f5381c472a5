@NullMarked
package fr.allervers.inventory.settlement.web;

import org.jspecify.annotations.NullMarked;

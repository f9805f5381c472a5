@NullMarked
package fr.allervers.inventory.signature.web;

import org.jspecify.annotations.NullMarked;

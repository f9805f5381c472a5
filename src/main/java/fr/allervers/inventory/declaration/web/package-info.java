@NullMarked
package fr.allervers.inventory.declaration.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.inventory.settings.web;

import org.jspecify.annotations.NullMarked;

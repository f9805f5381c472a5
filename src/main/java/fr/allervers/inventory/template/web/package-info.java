@NullMarked
package fr.allervers.inventory.template.web;

import org.jspecify.annotations.NullMarked;

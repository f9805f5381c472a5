@NullMarked
package fr.allervers.inventory.photo.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.inventory.review.web;

import org.jspecify.annotations.NullMarked;

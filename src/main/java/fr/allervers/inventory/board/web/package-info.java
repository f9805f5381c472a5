@NullMarked
package fr.allervers.inventory.board.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.allocation.urgent.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.operations.web;

import org.jspecify.annotations.NullMarked;

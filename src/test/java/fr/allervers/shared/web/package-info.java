@NullMarked
package fr.allervers.shared.web;

import org.jspecify.annotations.NullMarked;

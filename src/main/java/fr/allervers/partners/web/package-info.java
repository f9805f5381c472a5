@NullMarked
package fr.allervers.partners.web;

import org.jspecify.annotations.NullMarked;

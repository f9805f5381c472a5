@NullMarked
package fr.allervers.audit.web;

import org.jspecify.annotations.NullMarked;

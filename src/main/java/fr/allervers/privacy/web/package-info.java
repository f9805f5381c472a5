@NullMarked
package fr.allervers.privacy.web;

import org.jspecify.annotations.NullMarked;

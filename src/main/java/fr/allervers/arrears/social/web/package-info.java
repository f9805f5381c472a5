@NullMarked
package fr.allervers.arrears.social.web;

import org.jspecify.annotations.NullMarked;

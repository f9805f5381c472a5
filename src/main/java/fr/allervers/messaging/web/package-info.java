@NullMarked
package fr.allervers.messaging.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.messaging.mail;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.messaging.sending;

import org.jspecify.annotations.NullMarked;

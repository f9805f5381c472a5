@NullMarked
package fr.allervers.messaging.gateway.smpp;

import org.jspecify.annotations.NullMarked;

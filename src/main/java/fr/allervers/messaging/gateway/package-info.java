@NullMarked
package fr.allervers.messaging.gateway;

import org.jspecify.annotations.NullMarked;

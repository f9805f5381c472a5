@NullMarked
package fr.allervers.messaging.gateway.orange;

import org.jspecify.annotations.NullMarked;

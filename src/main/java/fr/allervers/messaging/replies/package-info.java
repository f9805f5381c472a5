@NullMarked
package fr.allervers.messaging.replies;

import org.jspecify.annotations.NullMarked;

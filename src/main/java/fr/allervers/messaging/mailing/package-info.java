@NullMarked
package fr.allervers.messaging.mailing;

import org.jspecify.annotations.NullMarked;

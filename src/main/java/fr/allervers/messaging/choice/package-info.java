@NullMarked
package fr.allervers.messaging.choice;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.messaging.text;

import org.jspecify.annotations.NullMarked;

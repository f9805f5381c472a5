@NullMarked
package fr.allervers.messaging.template;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.messaging.mailing.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.messaging.template.web;

import org.jspecify.annotations.NullMarked;

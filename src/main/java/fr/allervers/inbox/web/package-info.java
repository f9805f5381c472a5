@NullMarked
package fr.allervers.inbox.web;

import org.jspecify.annotations.NullMarked;

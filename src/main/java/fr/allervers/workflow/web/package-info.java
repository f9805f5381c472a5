@NullMarked
package fr.allervers.workflow.web;

import org.jspecify.annotations.NullMarked;

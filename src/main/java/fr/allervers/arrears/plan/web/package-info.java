@NullMarked
package fr.allervers.arrears.plan.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package fr.allervers.tenancy.web;

import org.jspecify.annotations.NullMarked;

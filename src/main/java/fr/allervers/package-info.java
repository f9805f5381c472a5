/** Aller vers: one package per part of the landlord's work. */
@NullMarked
package fr.allervers;

import org.jspecify.annotations.NullMarked;

package fr.allervers.tenancy;

/**
 * A telephone number of an occupant.
 *
 * @param e164 as machines dial it, for example "+33199001234"
 * @param display as people read it, for example « 01 99 00 12 34 »
 * @param dead found to be wrong; kept, so that nobody tries it again
 */
public record PhoneNumber(String e164, String display, boolean mobile, boolean dead) {}

package fr.allervers.arrears.prevention;

import java.time.LocalDate;

/**
 * Something that another part of arrears knows must be done for a case until a day.
 *
 * @param act key of its name: {@code arrears.act.<act>} in the message files
 * @param until last day on which it is on time
 * @param reason why, one French sentence of at most 200 characters
 */
public record DueAct(String act, LocalDate until, String reason) {}

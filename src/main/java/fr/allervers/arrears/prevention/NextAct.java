package fr.allervers.arrears.prevention;

import java.time.LocalDate;

/**
 * The one act recommended for a case.
 *
 * @param act key of its name: {@code arrears.act.<act>} in the message files
 * @param on until when it is on time; the day on which the wait ends when nothing is to be done
 * @param reason why, one French sentence of at most 300 characters
 */
record NextAct(String act, LocalDate on, String reason, Urgency urgency) {}

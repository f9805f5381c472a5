package fr.allervers.arrears.prevention;

import java.time.LocalDate;

/**
 * A case was paused; published within that transaction.
 *
 * @param until first day on which prevention goes on
 */
public record ArrearsCasePaused(long id, LocalDate until) {}

package fr.allervers.arrears.plan;

import java.time.LocalDate;

/**
 * A payment agreed.
 *
 * @param number 0 for the first payment (premier versement), then 1, 2, 3…
 * @param cents above zero
 */
public record Instalment(int number, LocalDate dueOn, long cents) {}

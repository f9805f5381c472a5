package fr.allervers.kpi.figure;

import fr.allervers.kpi.fact.Durations;

/**
 * A step of a process: what waits there, and what was done in the period.
 *
 * @param act what somebody has to do, as the diagram says it
 * @param done in the period, by somebody
 * @param times how long those took
 */
public record StepRow(String kind, String step, String act, long open, long late, long done, Durations times) {}

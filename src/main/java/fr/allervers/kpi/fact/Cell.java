package fr.allervers.kpi.fact;

import java.time.LocalDate;

/**
 * Where in {@code kpi_day} something is counted.
 *
 * @param process a process's key, {@link #ALL_TASKS}, or {@link Fact#PROCESS}
 * @param step of the diagram, or a figure's name
 * @param agencyId, campaignId 0 for none
 */
record Cell(String process, String step, LocalDate day, long agencyId, long campaignId, String outcome, String group) {

    static final String ALL_TASKS = "ALL";
}

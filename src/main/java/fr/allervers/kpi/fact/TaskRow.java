package fr.allervers.kpi.fact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A task that ended, as {@code kpi_task} keeps it. Moments are whole seconds, as the engine's history keeps them.
 *
 * @param agencyId, campaignId 0 for none
 */
record TaskRow(
        String taskId,
        String caseKind,
        long caseId,
        String step,
        String group,
        long agencyId,
        long campaignId,
        Outcome outcome,
        LocalDate day,
        Instant openedAt,
        Instant dueAt,
        Instant closedAt) {

    /** How it ended. */
    enum Outcome {
        IN_TIME,
        LATE,
        /** Its case went another way: nobody did it. */
        DROPPED
    }

    static TaskRow of(
            String taskId,
            String caseKind,
            long caseId,
            String step,
            String group,
            long agencyId,
            long campaignId,
            boolean completed,
            Instant openedAt,
            Instant dueAt,
            Instant closedAt,
            ZoneId zone) {
        var due = dueAt.truncatedTo(ChronoUnit.SECONDS);
        var closed = closedAt.truncatedTo(ChronoUnit.SECONDS);
        var outcome = !completed ? Outcome.DROPPED : closed.isAfter(due) ? Outcome.LATE : Outcome.IN_TIME;
        return new TaskRow(
                taskId,
                caseKind,
                caseId,
                step,
                group,
                agencyId,
                campaignId,
                outcome,
                closed.atZone(zone).toLocalDate(),
                openedAt.truncatedTo(ChronoUnit.SECONDS),
                due,
                closed);
    }

    /** The same in a campaign. */
    TaskRow in(long campaign) {
        return new TaskRow(
                taskId, caseKind, caseId, step, group, agencyId, campaign, outcome, day, openedAt, dueAt, closedAt);
    }

    long seconds() {
        return Math.max(0, Duration.between(openedAt, closedAt).toSeconds());
    }

    /** Once under its step, and once under all tasks. What nobody did has no time. */
    void count(DayDeltas deltas, int sign) {
        var time = outcome == Outcome.DROPPED ? null : seconds();
        deltas.add(new Cell(caseKind, step, day, agencyId, campaignId, outcome.name(), group), sign, 0, time);
        deltas.add(new Cell(Cell.ALL_TASKS, "", day, agencyId, 0, outcome.name(), group), sign, 0, time);
    }
}

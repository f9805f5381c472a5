package fr.allervers.kpi.figure;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case behind a number.
 *
 * @param what what is to be done, was done or came of it: a message's key when {@code key} is set, else as it is
 * @param day on which it counts; none for open tasks
 * @param dueAt of an open task
 * @param holder user name of who holds the open task
 */
public record CaseLine(
        String kind,
        long id,
        String title,
        String subtitle,
        String what,
        boolean key,
        @Nullable LocalDate day,
        @Nullable Instant dueAt,
        boolean late,
        @Nullable String holder) {}

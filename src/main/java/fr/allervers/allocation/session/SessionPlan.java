package fr.allervers.allocation.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as it is planned.
 *
 * @param presidentId a deliberative member who chairs it; none for the elected president
 * @param debateUntil needed by a written session, as is voteUntil
 * @param videoUrl https address of the video meeting, needed by a live one
 */
public record SessionPlan(
        long committeeId,
        String name,
        SessionMode mode,
        Instant startsAt,
        @Nullable Instant debateUntil,
        @Nullable Instant voteUntil,
        @Nullable String videoUrl,
        @Nullable Long presidentId) {}

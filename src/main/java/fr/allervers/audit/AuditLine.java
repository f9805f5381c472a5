package fr.allervers.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as listed, with the names of today where there still are any: the log itself holds none.
 *
 * @param who name of the staff member; none where nobody of the staff did it, or they are forgotten
 * @param household name of the household; none when it concerns none, or is forgotten
 * @param seq its place in the chain; none for some seconds
 */
public record AuditLine(
        long id,
        Instant at,
        String actor,
        @Nullable Long actorId,
        @Nullable String who,
        Act act,
        Outcome outcome,
        @Nullable String subjectKind,
        @Nullable Long subjectId,
        @Nullable Long householdId,
        @Nullable String household,
        String route,
        @Nullable String detail,
        @Nullable String reference,
        @Nullable Long seq) {}

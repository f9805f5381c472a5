package fr.allervers.allocation.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One dwelling before the committee.
 *
 * @param voteUntil the first moment at which no ballot is taken any more
 * @param mayorId the elector who casts the deciding vote
 * @param insteadId who decides in the mayor's absence
 * @param dossier canonical JSON of the dwelling and its candidates, as frozen when the vote opened
 */
public record SessionItem(
        long id,
        long sessionId,
        long offeredDwellingId,
        long agencyId,
        int position,
        ItemState state,
        String title,
        @Nullable Instant debateFrom,
        @Nullable Instant debateUntil,
        @Nullable Instant voteFrom,
        @Nullable Instant voteUntil,
        @Nullable Instant closedAt,
        int extended,
        @Nullable Long mayorId,
        @Nullable Long insteadId,
        @Nullable String dossier,
        @Nullable Instant signedAt,
        @Nullable String signedBy) {}

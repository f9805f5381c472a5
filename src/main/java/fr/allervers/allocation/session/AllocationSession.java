package fr.allervers.allocation.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session of a committee (séance de la CALEOL).
 *
 * @param rulesId the version of the règlement intérieur pinned to it
 * @param presidentId the member who chairs it
 * @param debateUntil end of the debate of a written session, beginning of its vote
 * @param voteUntil end of the vote of a written session, as announced
 */
public record AllocationSession(
        long id,
        long committeeId,
        @Nullable Long agencyId,
        String name,
        SessionMode mode,
        SessionState state,
        long rulesId,
        long presidentId,
        Instant startsAt,
        @Nullable Instant debateUntil,
        @Nullable Instant voteUntil,
        @Nullable String videoUrl,
        @Nullable Instant convenedAt,
        @Nullable Instant openedAt,
        @Nullable Instant suspendedAt,
        @Nullable Instant closedAt,
        @Nullable Instant signedAt) {

    public boolean isLive() {
        return mode == SessionMode.LIVE;
    }
}

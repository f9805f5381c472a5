package fr.allervers.outreach.calling;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of the calls made to a household: how many, when, and how the last one ended. */
@Embeddable
class CallContacts {

    private int attempts;

    @Nullable
    private Instant firstCalledAt;

    @Nullable
    private Instant lastCalledAt;

    @Nullable
    private Instant reachedAt;

    @Nullable
    @Enumerated(EnumType.STRING)
    private Disposition disposition;

    /** One more call was made. */
    void called(Disposition came, Instant at) {
        attempts++;
        disposition = came;
        firstCalledAt = firstCalledAt == null ? at : firstCalledAt;
        lastCalledAt = at;
        if (came == Disposition.REACHED && reachedAt == null) {
            reachedAt = at;
        }
    }

    /** Something else than a call said how it stands; none: what was said is no longer true. */
    void said(@Nullable Disposition now) {
        disposition = now;
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    Instant lastCalledAt() {
        return lastCalledAt;
    }

    /** When somebody of the household was spoken to first. */
    @Nullable
    Instant reachedAt() {
        return reachedAt;
    }

    @Nullable
    Disposition disposition() {
        return disposition;
    }
}

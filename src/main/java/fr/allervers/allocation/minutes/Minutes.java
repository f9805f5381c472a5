package fr.allervers.allocation.minutes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Signed minutes of a session (procès-verbal).
 *
 * @param seal SHA-256 of the canonical JSON, in hexadecimal
 * @param fileId the PDF/A in the document store
 * @param annulledWhy none while they are valid
 */
public record Minutes(
        long id,
        long sessionId,
        int versionNo,
        String seal,
        long fileId,
        Instant signedAt,
        String signedBy,
        @Nullable Instant annulledAt,
        @Nullable String annulledBy,
        @Nullable String annulledWhy) {

    public boolean valid() {
        return annulledAt == null;
    }
}

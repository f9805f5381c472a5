package fr.allervers.arrears.appointment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A time at which an officer is free.
 *
 * @param rangeId the opening range that it stands in
 * @param minutes how long it lasts
 */
public record Slot(long rangeId, long staffId, MeetingKind kind, String place, Instant startsAt, int minutes) {

    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    /** What a form sends back for it. */
    public String key() {
        return rangeId + "." + startsAt.getEpochSecond();
    }

    /** A slot as a form names it; whether it is still free is another question. */
    public record Key(long rangeId, Instant startsAt) {

        /** The key that this text is; none when it is none. */
        public static Optional<Key> read(String text) {
            if (!text.matches("\\d{1,18}\\.\\d{1,11}")) {
                return Optional.empty();
            }
            var dot = text.indexOf('.');
            return Optional.of(new Key(
                    Long.parseLong(text.substring(0, dot)),
                    Instant.ofEpochSecond(Long.parseLong(text.substring(dot + 1)))));
        }
    }
}

package fr.allervers.privacy;

import fr.allervers.shared.personal.DataKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a night purged. */
public record PurgeReport(
        LocalDate night, Instant beganAt, @Nullable Instant endedAt, List<Line> lines) {

    /**
     * What became of one set of rows.
     *
     * @param beforeOn the first day that was kept
     * @param changed rows deleted or made anonymous, and files
     */
    public record Line(String unit, DataKind kind, LocalDate beforeOn, int changed, boolean done) {}

    public int changed() {
        return lines.stream().mapToInt(Line::changed).sum();
    }

    /** How many lines are left to do. */
    public long left() {
        return lines.stream().filter(line -> !line.done()).count();
    }
}

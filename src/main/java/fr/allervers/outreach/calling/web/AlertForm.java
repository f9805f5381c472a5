package fr.allervers.outreach.calling.web;

import fr.allervers.outreach.calling.Grade;
import fr.allervers.outreach.calling.ThirdPartyAlerts.Alert;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A situation that somebody told of, as typed. */
record AlertForm(
        long foyer,

        @NotBlank(message = "{calling.alert.error.source}")
        @Pattern(regexp = "|NEIGHBOUR|FAMILY|CARETAKER|PARTNER|OTHER", message = "{calling.alert.error.source}")
        @Nullable
        String source,

        @Size(max = 120, message = "{calling.alert.error.long}") @Nullable
        String sourceName,

        @Pattern(regexp = "|[0-9+][0-9 .]{3,18}", message = "{calling.alert.error.phone}") @Nullable
        String sourcePhone,

        @NotBlank(message = "{calling.alert.error.facts}")
        @Size(max = 280, message = "{calling.alert.error.facts-long}")
        @Nullable
        String facts,

        @NotNull(message = "{calling.alert.error.grade}") @Nullable
        Grade grade,

        @Nullable List<Long> concerned) {

    static final List<String> SOURCES = List.of("NEIGHBOUR", "FAMILY", "CARETAKER", "PARTNER", "OTHER");

    static AlertForm about(long householdId) {
        return new AlertForm(householdId, null, null, null, null, null, null);
    }

    /** The alert; only of a form without faults. */
    Alert alert() {
        return new Alert(
                foyer,
                Objects.requireNonNull(source),
                filled(sourceName),
                filled(sourcePhone),
                Objects.requireNonNull(facts).strip(),
                Objects.requireNonNull(grade),
                Set.copyOf(chosen()));
    }

    /** The occupants ticked. */
    List<Long> chosen() {
        return concerned == null ? List.of() : concerned;
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

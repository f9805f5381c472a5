package fr.allervers.arrears.lookup;

import fr.allervers.staff.CurrentStaff;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a visit note for a household of the writer's sector. */
@Component
@Transactional
public class FieldNotes {

    private final FieldSheets sheets;
    private final VisitNotes notes;
    private final CurrentStaff currentStaff;

    FieldNotes(FieldSheets sheets, VisitNotes notes, CurrentStaff currentStaff) {
        this.sheets = sheets;
        this.notes = notes;
        this.currentStaff = currentStaff;
    }

    /** Keeps it once; false when the same key came before. */
    public boolean keep(String key, long householdId, String note, @Nullable Instant notedAt) {
        sheets.require(householdId);
        return notes.keep(key, householdId, note, notedAt, currentStaff.require());
    }
}

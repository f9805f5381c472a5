package fr.allervers.workflow;

import fr.allervers.shared.personal.DataKind;
import fr.allervers.shared.personal.PersonalData;
import fr.allervers.shared.personal.PersonalRows;
import java.util.List;
import org.springframework.stereotype.Component;

/** The timeline: what the modules have not purged with their own cases goes by its age. */
@Component
class TimelinePersonalData implements PersonalData {

    @Override
    public List<PersonalRows> rows() {
        return List.of(
                PersonalRows.of(DataKind.HISTORY, "timeline_entry", "household_id in (:households)", "at < :before"));
    }
}

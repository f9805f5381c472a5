package fr.allervers.inbox;

import static fr.allervers.shared.personal.DataKind.HISTORY;
import static fr.allervers.shared.personal.DataKind.REGISTER;

import fr.allervers.shared.personal.Hold;
import fr.allervers.shared.personal.PersonalData;
import fr.allervers.shared.personal.PersonalRows;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Open tasks and saved views. A task that is open keeps its household: it is done or withdrawn first. */
@Component
class InboxPersonalData implements PersonalData {

    @Override
    public List<PersonalRows> rows() {
        return List.of(
                PersonalRows.of(HISTORY, "saved_view", "query regexp :pattern or name regexp :pattern", null),
                PersonalRows.of(HISTORY, "inbox_item", "household_id in (:households)", null));
    }

    @Override
    public List<Hold> holds() {
        return List.of(new Hold(
                "open-task",
                Set.of(HISTORY, REGISTER),
                "select count(*) from inbox_item where household_id in (:households)"));
    }
}

package fr.allervers.outreach.calling;

import static fr.allervers.shared.personal.DataKind.HISTORY;
import static fr.allervers.shared.personal.DataKind.HOUSEHOLD_CALLS;
import static fr.allervers.shared.personal.DataKind.REGISTER;

import fr.allervers.shared.personal.Hold;
import fr.allervers.shared.personal.PersonalData;
import fr.allervers.shared.personal.PersonalRows;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Calls to households. A call's row stays for the campaign's figures, without the household and without any words. */
@Component
class CallPersonalData implements PersonalData {

    private static final String MINE = "select c.id from household_call c where c.household_id in (:households)";
    private static final String OVER = "select c.id from household_call c where c.closed_at < :before";

    @Override
    public List<PersonalRows> rows() {
        return List.of(
                PersonalRows.ofCases(HOUSEHOLD_CALLS, "timeline_entry", CallDiary.KIND, MINE, OVER),
                PersonalRows.ofCases(HOUSEHOLD_CALLS, "case_document", CallDiary.KIND, MINE, OVER),
                ofCalls("call_draft"),
                ofCalls("testimony"),
                ofCalls("third_party_alert"),
                ofCalls("call_attempt"),
                PersonalRows.of(
                        HOUSEHOLD_CALLS,
                        "household_call_occupant",
                        "occupant_id in (:occupants) or call_id in (" + MINE + ")",
                        "call_id in (" + OVER + ")"),
                PersonalRows.of(
                        HOUSEHOLD_CALLS, "household_call", "household_id in (:households)", "closed_at < :before"));
    }

    private static PersonalRows ofCalls(String table) {
        return PersonalRows.of(HOUSEHOLD_CALLS, table, "call_id in (" + MINE + ")", "call_id in (" + OVER + ")");
    }

    @Override
    public List<Hold> holds() {
        return List.of(
                new Hold(
                        "open-call",
                        Set.of(HOUSEHOLD_CALLS, HISTORY, REGISTER),
                        "select count(*) from household_call where household_id in (:households) and started_at is not null and closed_at is null"));
    }
}

package fr.allervers.arrears.prevention;

import static fr.allervers.shared.personal.DataKind.ACCOUNTS;
import static fr.allervers.shared.personal.DataKind.ARREARS;
import static fr.allervers.shared.personal.DataKind.FOLLOW_UPS;
import static fr.allervers.shared.personal.DataKind.HISTORY;
import static fr.allervers.shared.personal.DataKind.MESSAGES;
import static fr.allervers.shared.personal.DataKind.REGISTER;
import static fr.allervers.shared.personal.DataKind.SOCIAL_NOTES;

import fr.allervers.shared.personal.Hold;
import fr.allervers.shared.personal.PersonalData;
import fr.allervers.shared.personal.PersonalRows;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Arrears cases with all that hangs on them. A case's row stays for the figures, without the household and the lease. */
@Component
class ArrearsPersonalData implements PersonalData {

    private static final String MINE = "select c.id from arrears_case c where c.household_id in (:households)";
    private static final String OVER = "select c.id from arrears_case c where c.closed_at < :before";
    /** Also one that others live in: who left it owes with them. */
    private static final String OF_HIS_HOUSEHOLD =
            "select count(*) from arrears_case where household_id in (select o.household_id from occupant o where o.id in (:occupants))";

    private static final String OF_CASE = "case_kind = '" + ArrearsCases.KIND + "' and case_id in (";

    @Override
    public List<PersonalRows> rows() {
        return List.of(
                PersonalRows.ofCases(ARREARS, "timeline_entry", ArrearsCases.KIND, MINE, OVER),
                PersonalRows.ofCases(ARREARS, "case_document", ArrearsCases.KIND, MINE, OVER),
                PersonalRows.of(ARREARS, "appointment", "household_id in (:households)", OF_CASE + OVER + ")"),
                PersonalRows.of(ARREARS, "appointment_offer", "household_id in (:households)", OF_CASE + OVER + ")"),
                ofCases("repayment_plan"),
                ofCases("relief_measure"),
                ofCases("legal_deadline"),
                PersonalRows.of(FOLLOW_UPS, "visit_note", "household_id in (:households)", "noted_at < :before"),
                PersonalRows.of(ARREARS, "arrears_case", "household_id in (:households)", "closed_at < :before"));
    }

    private static PersonalRows ofCases(String table) {
        return PersonalRows.of(ARREARS, table, "household_id in (:households)", "case_id in (" + OVER + ")");
    }

    @Override
    public List<Hold> holds() {
        var all = Set.of(ARREARS, SOCIAL_NOTES, ACCOUNTS, HISTORY, MESSAGES, REGISTER);
        return List.of(
                new Hold("litigation", all, OF_HIS_HOUSEHOLD + " and status = 'LITIGATION'"),
                new Hold("open-arrears", all, OF_HIS_HOUSEHOLD + " and status not in ('CLOSED', 'LITIGATION')"));
    }
}

package fr.allervers.ledger;

import static fr.allervers.shared.personal.DataKind.ACCOUNTS;
import static fr.allervers.shared.personal.DataKind.IMPORTS;
import static fr.allervers.shared.personal.DataKind.REGISTER;

import fr.allervers.shared.personal.Hold;
import fr.allervers.shared.personal.PersonalData;
import fr.allervers.shared.personal.PersonalRows;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Rent accounts: amounts and days stay, since accounts must add up; who paid and the words around it go. */
@Component
class LedgerPersonalData implements PersonalData {

    private static final String MINE = "lease_id in (:leases)";

    @Override
    public List<PersonalRows> rows() {
        return List.of(
                PersonalRows.of(ACCOUNTS, "rent_entry", MINE, "value_on < :before"),
                PersonalRows.of(ACCOUNTS, "rent_hold", MINE, "until_on < :before"),
                PersonalRows.of(ACCOUNTS, "suspense_item", MINE, "settled_at < :before"),
                PersonalRows.of(ACCOUNTS, "payer_iban", MINE, "learned_at < :before"),
                PersonalRows.of(
                        IMPORTS,
                        "ledger_import_reject",
                        null,
                        "import_id in (select i.id from ledger_import i where i.ended_at < :before)"),
                PersonalRows.of(IMPORTS, "ledger_import", null, "ended_at < :before"));
    }

    @Override
    public List<Hold> holds() {
        return List.of(new Hold(
                "open-balance",
                Set.of(ACCOUNTS, REGISTER),
                "select count(*) from rent_account where lease_id in (:leases) and balance_cents <> 0"));
    }
}

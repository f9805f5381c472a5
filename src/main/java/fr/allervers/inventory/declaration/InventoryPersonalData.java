package fr.allervers.inventory.declaration;

import static fr.allervers.shared.personal.DataKind.HISTORY;
import static fr.allervers.shared.personal.DataKind.INVENTORIES;
import static fr.allervers.shared.personal.DataKind.REGISTER;

import fr.allervers.shared.personal.Hold;
import fr.allervers.shared.personal.PersonalData;
import fr.allervers.shared.personal.PersonalRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Inventories, kept until some time after the lease has ended: an entry is what the exit is compared with. */
@Component
class InventoryPersonalData implements PersonalData {

    private static final String KIND = "declarative-inventory";
    private static final String MINE = "select v.id from inventory v where v.household_id in (:households)";
    private static final String OVER =
            "select v.id from inventory v join lease l on l.id = v.lease_id where l.ends_on < :before and v.status in ('SEALED', 'CLOSED', 'CANCELLED')";

    @Override
    public List<PersonalRows> rows() {
        var rows = new ArrayList<PersonalRows>();
        rows.add(PersonalRows.ofCases(INVENTORIES, "timeline_entry", KIND, MINE, OVER));
        rows.add(PersonalRows.ofCases(INVENTORIES, "case_document", KIND, MINE, OVER));
        rows.add(PersonalRows.of(
                INVENTORIES,
                "inventory_photo_part",
                "photo_id in (select p.id from inventory_photo p where p.inventory_id in (" + MINE + "))",
                "photo_id in (select p.id from inventory_photo p where p.inventory_id in (" + OVER + "))"));
        for (var table : List.of(
                "inventory_photo",
                "inventory_signature",
                "inventory_document",
                "inventory_addition",
                "inventory_answer",
                "inventory_item",
                "exit_settlement")) {
            rows.add(PersonalRows.of(
                    INVENTORIES, table, "inventory_id in (" + MINE + ")", "inventory_id in (" + OVER + ")"));
        }
        rows.add(PersonalRows.of(INVENTORIES, "inventory", "household_id in (:households)", "id in (" + OVER + ")"));
        return rows;
    }

    @Override
    public List<Hold> holds() {
        var kept = Set.of(INVENTORIES, HISTORY, REGISTER);
        return List.of(new Hold("open-inventory", kept, """
                        select count(*) from inventory where household_id in (:households) and status not in ('CLOSED', 'CANCELLED', 'SEALED')
                        """), new Hold("open-settlement", kept, """
                        select count(*) from exit_settlement s join inventory v on v.id = s.inventory_id
                         where v.household_id in (:households) and s.status <> 'PAID' and s.paid_on is null
                        """));
    }
}
